SET lock_timeout = '5s';

-- A partner paused without links is paused without codes too (S0.49): they give no discount and name nobody on a visit until
-- the partner is back. The letters stay theirs, and a sale that names one is still told whose it was.
ALTER TABLE tracking.code ADD COLUMN paused_at timestamptz;
-- Security is forced on the owner too; this once it changes every company's codes.
ALTER TABLE tracking.code NO FORCE ROW LEVEL SECURITY;
ALTER TABLE tracking.pause NO FORCE ROW LEVEL SECURITY;
UPDATE tracking.code c SET paused_at = p.since FROM tracking.pause p
WHERE p.workspace_id = c.workspace_id AND p.partner_id = c.partner_id;
ALTER TABLE tracking.pause FORCE ROW LEVEL SECURITY;
ALTER TABLE tracking.code FORCE ROW LEVEL SECURITY;
CREATE OR REPLACE VIEW tracking.v_code WITH (security_invoker = true) AS
SELECT workspace_id, id, code, code_key, kind, agreement_id, partner_id, created_at, archived_at, paused_at FROM tracking.code;

-- A company that lets links lead nowhere yet has codes all the same.
ALTER TABLE tracking.pause ALTER COLUMN leads_to DROP NOT NULL;

-- Where links of paused partners lead: a page of the company's own. No row: its first site.
CREATE TABLE tracking.neutral_place (
  workspace_id uuid        NOT NULL,
  address      text        NOT NULL CHECK (length(address) BETWEEN 8 AND 2000),
  set_at       timestamptz NOT NULL,
  set_by       text        NOT NULL,
  PRIMARY KEY (workspace_id)
);
SELECT kernel.protect('tracking.neutral_place', shared => true);
