SET lock_timeout = '5s';

-- Facts that count no more: who remembers what a client paid has to know whose story changed, and when.
CREATE VIEW deals.v_taken_back WITH (security_invoker = true) AS
SELECT workspace_id, id, client_id, occurred_at FROM deals.sale WHERE reversed_at IS NOT NULL
UNION ALL
SELECT workspace_id, id, client_id, occurred_at FROM deals.refund WHERE reversed_at IS NOT NULL;
GRANT SELECT ON deals.v_taken_back TO mosty_app;
