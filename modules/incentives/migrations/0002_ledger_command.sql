SET lock_timeout = '5s';

-- Every movement that accruals have commanded, for the ledger's second oracle: an accrual of any amount was entered once.
CREATE VIEW incentives.v_ledger_command WITH (security_invoker = true) AS
SELECT workspace_id, 'accrual'::text AS source_kind, id::text AS source_id, 'accrue'::text AS kind
FROM incentives.accrual WHERE amount_minor <> 0;
GRANT SELECT ON incentives.v_ledger_command TO mosty_app;
