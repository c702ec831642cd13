SET lock_timeout = '5s';

-- The days on which anybody of a partner came to its portal. A day and nothing more: neither who, nor when, nor from
-- where; whether a partner has fallen silent is all it answers (S1.59). A colleague's look with its eyes is not a visit.
CREATE TABLE identity.portal_day (
  workspace_id uuid      NOT NULL,
  partner_id   kernel.id NOT NULL,
  day          date      NOT NULL,
  PRIMARY KEY (workspace_id, partner_id, day)
);
SELECT kernel.protect('identity.portal_day', partner_column => 'partner_id');

CREATE VIEW identity.v_portal_day WITH (security_invoker = true) AS
SELECT workspace_id, partner_id, day FROM identity.portal_day;
GRANT SELECT ON identity.v_portal_day TO mosty_app;
