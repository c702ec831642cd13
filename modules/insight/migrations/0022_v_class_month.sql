SET lock_timeout = '5s';

-- What the economics of the department is counted from: a calendar month of one class in one currency.
CREATE VIEW insight.v_class_month WITH (security_invoker = true) AS
SELECT workspace_id, month, class, currency, sales_count, sales_minor, refunds_minor, commission_minor, costs_minor, goods_minor,
       goods_unknown_count, clients_came, sellers_count
FROM insight.class_month;
GRANT SELECT ON insight.v_class_month TO mosty_app;
