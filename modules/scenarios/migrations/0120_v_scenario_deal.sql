SET lock_timeout = '5s';

-- Which deals go by a scenario, and when what became better at the client was measured (S3.46).
CREATE VIEW scenarios.v_scenario_deal WITH (security_invoker = true) AS
SELECT workspace_id, scenario_id, deal_id, added_at, measured_on FROM scenarios.scenario_deal;
GRANT SELECT ON scenarios.v_scenario_deal TO mosty_app;
