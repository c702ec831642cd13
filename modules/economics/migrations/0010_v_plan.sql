SET lock_timeout = '5s';

-- Which months have a plan; what it says is read in the economics.
CREATE VIEW economics.v_plan WITH (security_invoker = true) AS
SELECT DISTINCT workspace_id, month, class FROM economics.plan;
GRANT SELECT ON economics.v_plan TO mosty_app;
