SET lock_timeout = '5s';

-- Whether what both expect is written down anywhere: version by version here, or on paper.
CREATE VIEW agreements.v_written WITH (security_invoker = true) AS
SELECT workspace_id, id AS agreement_id, partner_id, current_version, signed_on, launched_on, ended_at FROM agreements.agreement;
GRANT SELECT ON agreements.v_written TO mosty_app;
