SET lock_timeout = '5s';

-- By which link or code a sale came, what codes give, what clients did before they paid, and whose clicks they had made.
CREATE VIEW tracking.v_credited_sale WITH (security_invoker = true) AS
SELECT workspace_id, sale_id, came_by, partner_id FROM tracking.credited_sale;
CREATE VIEW tracking.v_lead WITH (security_invoker = true) AS
SELECT workspace_id, id, client_id, event_name, occurred_at, partner_id, agreement_id FROM tracking.lead;
CREATE VIEW tracking.v_client_click WITH (security_invoker = true) AS
SELECT v.workspace_id, v.client_id, c.partner_id, c.link_id, c.id AS click_id, c.clicked_at, c.referrer_host
FROM tracking.visitor_client v
JOIN tracking.click c ON c.workspace_id = v.workspace_id AND c.visitor_id = v.visitor_id
WHERE c.verdict = 'human';
CREATE VIEW tracking.v_click_day WITH (security_invoker = true) AS
SELECT workspace_id, link_id, day, verdict, partner_id, clicks, visitors FROM tracking.click_day;
CREATE VIEW tracking.v_click_origin_day WITH (security_invoker = true) AS
SELECT workspace_id, link_id, day, kind, name, partner_id, clicks FROM tracking.click_origin_day;
CREATE VIEW tracking.v_price_rule WITH (security_invoker = true) AS
SELECT workspace_id, floor_ppm, our_discount_ppm FROM tracking.price_rule;
GRANT SELECT ON tracking.v_credited_sale, tracking.v_lead, tracking.v_client_click, tracking.v_click_day,
  tracking.v_click_origin_day, tracking.v_price_rule TO mosty_app;
