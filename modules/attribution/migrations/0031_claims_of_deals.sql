SET lock_timeout = '5s';

-- A claim is about a sale, or about a deal: whose client it is before anything is paid, and of all its sales after.
ALTER TABLE attribution.claim ALTER COLUMN sale_id DROP NOT NULL;
ALTER TABLE attribution.claim ADD COLUMN deal_id kernel.id;
ALTER TABLE attribution.claim ADD CONSTRAINT claim_of_one CHECK ((sale_id IS NULL) <> (deal_id IS NULL));
CREATE UNIQUE INDEX claim_of_deal_open_once ON attribution.claim (workspace_id, deal_id, COALESCE(claimant_partner_id, ''))
  WHERE state IN ('open', 'answered') AND deal_id IS NOT NULL;
CREATE INDEX claim_by_deal ON attribution.claim (workspace_id, deal_id) WHERE deal_id IS NOT NULL;

CREATE OR REPLACE VIEW attribution.v_claim WITH (security_invoker = true) AS
SELECT workspace_id, id, sale_id, claimant_partner_id, opened_at, respond_by, state, decided_at, deal_id
FROM attribution.claim;
