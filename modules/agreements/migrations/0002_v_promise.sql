SET lock_timeout = '5s';

-- How promises of both sides went, without their words: for reports that tell influence from logos (S2.24).
CREATE VIEW agreements.v_promise WITH (security_invoker = true) AS
SELECT workspace_id, id, agreement_id, partner_id, side, due_on, outcome, outcome_at FROM agreements.promise;
GRANT SELECT ON agreements.v_promise TO mosty_app;
