SET lock_timeout = '5s';
CREATE SCHEMA attribution;
GRANT USAGE ON SCHEMA attribution TO mosty_app;

-- Who took part in a sale (or in a credit to a client that names no sale), in what role, with what share, and why.
-- class and kind are copied from the agreement: the fact as it was when the sale happened.
CREATE TABLE attribution.participant (
  workspace_id uuid        NOT NULL,
  id           kernel.id   NOT NULL,
  sale_id      kernel.id,
  refund_id    kernel.id,
  partner_id   kernel.id   NOT NULL,
  agreement_id kernel.id   NOT NULL,
  class        text        NOT NULL CHECK (class IN ('referral', 'partner_sales', 'alliance')),
  kind         text        NOT NULL,
  role         text        NOT NULL CHECK (role IN ('source', 'implement', 'expertise', 'expand')),
  share_ppm    bigint      NOT NULL CHECK (share_ppm BETWEEN 0 AND 1000000),
  -- explicit_partner | code | keeper
  rule         text        NOT NULL,
  -- {code, params}: said in the reader's words by the UI
  reason       jsonb       NOT NULL,
  created_at   timestamptz NOT NULL,
  withdrawn_at timestamptz,
  PRIMARY KEY (workspace_id, id),
  CHECK ((sale_id IS NULL) <> (refund_id IS NULL))
);
-- A sale counts once, in the class of its source (S3.20).
CREATE UNIQUE INDEX participant_one_source ON attribution.participant (workspace_id, sale_id)
  WHERE role = 'source' AND withdrawn_at IS NULL AND sale_id IS NOT NULL;
CREATE UNIQUE INDEX participant_one_source_of_refund ON attribution.participant (workspace_id, refund_id)
  WHERE role = 'source' AND withdrawn_at IS NULL AND refund_id IS NOT NULL;
CREATE INDEX participant_by_sale ON attribution.participant (workspace_id, sale_id);
CREATE INDEX participant_by_partner ON attribution.participant (workspace_id, partner_id);
SELECT kernel.protect('attribution.participant', partner_column => 'partner_id');

CREATE VIEW attribution.v_participant WITH (security_invoker = true) AS
SELECT workspace_id, id, sale_id, refund_id, partner_id, agreement_id, class, kind, role, share_ppm, rule, reason
FROM attribution.participant WHERE withdrawn_at IS NULL;
GRANT SELECT ON attribution.v_participant TO mosty_app;

-- Somebody was named, and yet nobody was credited: what was named and why it did not count.
CREATE TABLE attribution.uncredited (
  workspace_id uuid        NOT NULL,
  sale_id      kernel.id   NOT NULL,
  reason       jsonb       NOT NULL,
  created_at   timestamptz NOT NULL,
  PRIMARY KEY (workspace_id, sale_id)
);
SELECT kernel.protect('attribution.uncredited');

CREATE VIEW attribution.v_uncredited WITH (security_invoker = true) AS
SELECT workspace_id, sale_id, reason FROM attribution.uncredited;
GRANT SELECT ON attribution.v_uncredited TO mosty_app;

-- People of a partner see the sales it took part in, and nothing else of deals. Asked of nobody else: the planner may
-- answer EXISTS by reading every participant there is (7 ms for one sale among 20 000).
CREATE POLICY partner_sees_own ON deals.sale FOR SELECT USING (
  workspace_id = (SELECT kernel.workspace()) AND (SELECT kernel.partner()) IS NOT NULL AND EXISTS (
    SELECT FROM attribution.participant p
    WHERE p.workspace_id = sale.workspace_id AND p.sale_id = sale.id AND p.withdrawn_at IS NULL
      AND p.partner_id = (SELECT kernel.partner())));
