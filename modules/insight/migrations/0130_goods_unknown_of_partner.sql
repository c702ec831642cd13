SET lock_timeout = '5s';

-- A partner's month says, as the class's does, of how many sales nobody wrote what they took: its margin is then an estimate.
CREATE OR REPLACE VIEW insight.v_partner_month WITH (security_invoker = true) AS
SELECT workspace_id, partner_id, month, class, currency, sales_count, paid_minor, goods_minor, commission_minor, costs_minor,
       goods_unknown_count
FROM insight.partner_month;
