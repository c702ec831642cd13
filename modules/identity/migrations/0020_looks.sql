SET lock_timeout = '5s';

-- Until when a colleague may look at the portal with the eyes of which partner. A look gives nothing to write with; who
-- looked and when stands in the journal.
CREATE TABLE identity.look (
  workspace_id uuid        NOT NULL,
  member_id    kernel.id   NOT NULL,
  partner_id   kernel.id   NOT NULL,
  began_at     timestamptz NOT NULL,
  until        timestamptz NOT NULL,
  PRIMARY KEY (workspace_id, member_id, partner_id),
  FOREIGN KEY (workspace_id, member_id) REFERENCES identity.member,
  CHECK (until > began_at)
);
SELECT kernel.protect('identity.look');
