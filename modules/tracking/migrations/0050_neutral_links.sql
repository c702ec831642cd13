SET lock_timeout = '5s';

-- A partner left: links of theirs are printed somewhere, and lead to a page of the company that pays nobody (S0.66).
ALTER TABLE tracking.link ADD COLUMN neutral_to text CHECK (length(neutral_to) BETWEEN 8 AND 2000);
ALTER TABLE tracking.link ADD CONSTRAINT neutral_when_archived CHECK (neutral_to IS NULL OR archived_at IS NOT NULL);
CREATE OR REPLACE VIEW tracking.v_link WITH (security_invoker = true) AS
SELECT workspace_id, id, key, agreement_id, partner_id, title, created_at, expires_at, archived_at, neutral_to FROM tracking.link;
