SET lock_timeout = '5s';

-- Who answers for a partnership, by name and without contacts.
CREATE VIEW directory.v_face WITH (security_invoker = true) AS
SELECT workspace_id, id, partner_id, side, member_id, name, is_main, reply_hours, absent_until, left_at
FROM directory.face;
GRANT SELECT ON directory.v_face TO mosty_app;
