SET lock_timeout = '5s';

-- Through whom a client came and when it paid first: whom to ask whether it got better (S0.59).
CREATE VIEW insight.v_client_life WITH (security_invoker = true) AS
SELECT workspace_id, client_id, partner_id, class, first_on FROM insight.client_life WHERE partner_id IS NOT NULL;
GRANT SELECT ON insight.v_client_life TO mosty_app;
