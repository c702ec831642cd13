SET lock_timeout = '5s';

-- What is offered to whom, when and in what words: for whoever prepares a partner to offer it (S3.5, S3.6).
CREATE VIEW scenarios.v_scenario WITH (security_invoker = true) AS
SELECT workspace_id, id, task, title, audience, moment, words, archived_at FROM scenarios.scenario;
GRANT SELECT ON scenarios.v_scenario TO mosty_app;
