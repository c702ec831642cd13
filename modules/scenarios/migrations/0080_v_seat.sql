SET lock_timeout = '5s';

-- Who does what in a scenario; a seat without an agreement is empty.
CREATE VIEW scenarios.v_seat WITH (security_invoker = true) AS
SELECT workspace_id, scenario_id, position, role, does, agreement_id FROM scenarios.seat;
GRANT SELECT ON scenarios.v_seat TO mosty_app;
