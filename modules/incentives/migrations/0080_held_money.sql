SET lock_timeout = '5s';

-- Money that waits under each hold.
CREATE VIEW incentives.v_held WITH (security_invoker = true) AS
SELECT workspace_id, hold_id, partner_id, currency, count(*)::int AS accruals, sum(amount_minor)::bigint AS amount_minor
FROM incentives.accrual WHERE state = 'on_hold' GROUP BY workspace_id, hold_id, partner_id, currency;
GRANT SELECT ON incentives.v_held TO mosty_app;
