SET lock_timeout = '5s';

-- What a partner's day left after goods, commission and costs: for the stake of a card. Paid is sales less refunds.
CREATE OR REPLACE VIEW insight.v_partner_day WITH (security_invoker = true) AS
SELECT workspace_id, partner_id, day, class, currency, sales_count, sales_minor, refunds_count, refunds_minor, took_part_count,
       goods_minor, commission_minor, costs_minor
FROM insight.partner_day;
