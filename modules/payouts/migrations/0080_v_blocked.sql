SET lock_timeout = '5s';

-- Whom a batch could not pay. Only the last batch of a currency says how it is now.
CREATE VIEW payouts.v_blocked WITH (security_invoker = true) AS
SELECT k.workspace_id, k.batch_id, k.partner_id, b.currency, k.amount_minor, k.reasons, b.pay_on, b.made_at
FROM payouts.payout_blocked k
JOIN payouts.payout_batch b ON b.workspace_id = k.workspace_id AND b.id = k.batch_id;
GRANT SELECT ON payouts.v_blocked TO mosty_app;
