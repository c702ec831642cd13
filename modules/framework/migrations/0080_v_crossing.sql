SET lock_timeout = '5s';

-- Thresholds that were crossed and wait for a decision.
CREATE VIEW framework.v_crossing WITH (security_invoker = true) AS
SELECT workspace_id, id, partner_id, code, proposed_at, state FROM framework.crossing;
GRANT SELECT ON framework.v_crossing TO mosty_app;
