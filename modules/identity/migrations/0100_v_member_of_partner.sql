SET lock_timeout = '5s';

-- Who signed in for a partner, those who left too: ids only, for whoever says how many people will be forgotten.
CREATE VIEW identity.v_member_of_partner WITH (security_invoker = true) AS
SELECT workspace_id, id, partner_id, left_at FROM identity.member WHERE partner_id IS NOT NULL;
GRANT SELECT ON identity.v_member_of_partner TO mosty_app;
