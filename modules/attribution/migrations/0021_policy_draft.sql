SET lock_timeout = '5s';

-- The next rules of «кто привёл», not in force until somebody else publishes them. One draft at a time.
CREATE TABLE attribution.policy_draft (
  workspace_id uuid        NOT NULL,
  body         jsonb       NOT NULL,
  reason       text        NOT NULL CHECK (length(reason) BETWEEN 3 AND 500),
  author       text        NOT NULL,
  drafted_at   timestamptz NOT NULL,
  PRIMARY KEY (workspace_id)
);
SELECT kernel.protect('attribution.policy_draft');

-- Who wrote what another published; the same person only where nobody else may publish.
ALTER TABLE attribution.policy ADD COLUMN author text;
ALTER TABLE attribution.policy ADD COLUMN sole_approver boolean NOT NULL DEFAULT false;

-- People of a partner see their own claims only, so nobody of them could count the next number.
DROP VIEW attribution.v_claim;
ALTER TABLE attribution.claim DROP COLUMN number;
CREATE VIEW attribution.v_claim WITH (security_invoker = true) AS
SELECT workspace_id, id, sale_id, claimant_partner_id, opened_at, respond_by, state, decided_at
FROM attribution.claim;
GRANT SELECT ON attribution.v_claim TO mosty_app;
