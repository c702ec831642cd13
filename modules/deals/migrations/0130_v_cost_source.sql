SET lock_timeout = '5s';

-- Who wrote a cost: time priced by the hour is told apart from salaries a person wrote down.
CREATE OR REPLACE VIEW deals.v_cost WITH (security_invoker = true) AS
SELECT workspace_id, id, partner_id, class, kind, occurred_on, currency, amount_minor, hours, note, import_id, source
FROM deals.cost WHERE reversed_at IS NULL;
