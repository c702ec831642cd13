SET lock_timeout = '5s';

-- S2.32: an alliance may be led apart from partner sales: by the owners, by PR, by marketing.
ALTER TABLE agreements.agreement ADD COLUMN department text
  CHECK (department IN ('management', 'partners', 'product', 'pr', 'marketing'));
ALTER TABLE agreements.agreement ADD CONSTRAINT department_of_alliance CHECK (department IS NULL OR class = 'alliance');

CREATE VIEW agreements.v_alliance WITH (security_invoker = true) AS
SELECT workspace_id, id AS agreement_id, partner_id, department, launched_on FROM agreements.agreement
WHERE class = 'alliance' AND ended_at IS NULL;
GRANT SELECT ON agreements.v_alliance TO mosty_app;
