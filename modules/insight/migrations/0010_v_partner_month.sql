SET lock_timeout = '5s';

-- What a partner brought in a month, class by class: for thresholds and for the margin of a pilot.
CREATE VIEW insight.v_partner_month WITH (security_invoker = true) AS
SELECT workspace_id, partner_id, month, class, currency, sales_count, paid_minor, goods_minor, commission_minor, costs_minor
FROM insight.partner_month;
GRANT SELECT ON insight.v_partner_month TO mosty_app;
