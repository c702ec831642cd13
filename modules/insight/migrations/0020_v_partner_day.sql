SET lock_timeout = '5s';

-- What a partner did on a day and on which days it sold at all, class by class: for trust, pulse and silence.
CREATE VIEW insight.v_partner_day WITH (security_invoker = true) AS
SELECT workspace_id, partner_id, day, class, currency, sales_count, sales_minor, refunds_count, refunds_minor, took_part_count
FROM insight.partner_day;
CREATE VIEW insight.v_partner_life WITH (security_invoker = true) AS
SELECT workspace_id, partner_id, class, currency, started_on, first_sale_on, last_sale_on, last_took_part_on, sold_on, took_part_on
FROM insight.partner_life;
GRANT SELECT ON insight.v_partner_day, insight.v_partner_life TO mosty_app;
