SET lock_timeout = '5s';

-- Who is on the way to the first result, and which pilots run: for those who order the week.
CREATE VIEW onboarding.v_launch WITH (security_invoker = true) AS
SELECT workspace_id, id, partner_id, kind, began_on, closed_on, outcome, touched_on FROM onboarding.launch;
CREATE VIEW onboarding.v_pilot WITH (security_invoker = true) AS
SELECT workspace_id, id, partner_id, ends_on, currency, budget_minor, volume, price_minor, cost_minor, reward_minor, locked_at, verdict
FROM onboarding.pilot;
GRANT SELECT ON onboarding.v_launch, onboarding.v_pilot TO mosty_app;
