SET lock_timeout = '5s';
CREATE SCHEMA notices;
GRANT USAGE ON SCHEMA notices TO mosty_app;

-- One piece of news for one person. Words are the program's; here stands what they are filled with, and where it leads.
CREATE TABLE notices.notice (
  workspace_id  uuid        NOT NULL,
  id            kernel.id   NOT NULL,
  member_id     kernel.id   NOT NULL,
  -- of the person told: people of a partner see their own
  partner_id    kernel.id,
  code          text        NOT NULL CHECK (code ~ '^[a-z]+\.[a-z]+(_[a-z]+)*$'),
  kind          text        NOT NULL,
  -- what it is about
  subject       text,
  params        jsonb       NOT NULL,
  path          text        NOT NULL CHECK (path ~ '^/[^/]' OR path = '/'),
  told_at       timestamptz NOT NULL,
  read_at       timestamptz,
  -- what is told once carries what makes it the same
  once_key      text,
  -- a letter is owed from this moment on; none: nobody asked for one
  letter_due_at timestamptz,
  letter_at     timestamptz,
  PRIMARY KEY (workspace_id, id),
  FOREIGN KEY (workspace_id, member_id) REFERENCES identity.member,
  CHECK (letter_at IS NULL OR letter_due_at IS NOT NULL)
);
CREATE INDEX notice_by_member ON notices.notice (workspace_id, member_id, told_at DESC, id DESC);
CREATE INDEX notice_unread ON notices.notice (workspace_id, member_id) WHERE read_at IS NULL;
CREATE UNIQUE INDEX notice_told_once ON notices.notice (workspace_id, member_id, code, once_key) WHERE once_key IS NOT NULL;
CREATE INDEX notice_letter_owed ON notices.notice (workspace_id, letter_due_at) WHERE letter_due_at IS NOT NULL AND letter_at IS NULL;
SELECT kernel.protect('notices.notice', partner_column => 'partner_id');

-- How a person wants each kind of news; without a row, as the role has it.
CREATE TABLE notices.choice (
  workspace_id uuid        NOT NULL,
  member_id    kernel.id   NOT NULL,
  kind         text        NOT NULL,
  partner_id   kernel.id,
  way          text        NOT NULL CHECK (way IN ('in_app', 'letter', 'none')),
  chosen_at    timestamptz NOT NULL,
  PRIMARY KEY (workspace_id, member_id, kind),
  FOREIGN KEY (workspace_id, member_id) REFERENCES identity.member
);
SELECT kernel.protect('notices.choice', partner_column => 'partner_id');

-- Hours without letters, by the person's own clock. The same minute twice: letters at any hour.
CREATE TABLE notices.quiet (
  workspace_id uuid        NOT NULL,
  member_id    kernel.id   NOT NULL,
  partner_id   kernel.id,
  from_minute  int         NOT NULL CHECK (from_minute BETWEEN 0 AND 1439),
  to_minute    int         NOT NULL CHECK (to_minute BETWEEN 0 AND 1439),
  zone         text        NOT NULL CHECK (length(zone) BETWEEN 1 AND 64),
  chosen_at    timestamptz NOT NULL,
  PRIMARY KEY (workspace_id, member_id),
  FOREIGN KEY (workspace_id, member_id) REFERENCES identity.member
);
SELECT kernel.protect('notices.quiet', partner_column => 'partner_id');

-- The Monday letter goes out once a week, by the Monday it is of.
CREATE TABLE notices.digest (
  workspace_id uuid        NOT NULL,
  member_id    kernel.id   NOT NULL,
  partner_id   kernel.id,
  monday       date        NOT NULL,
  at           timestamptz NOT NULL,
  unread       int         NOT NULL CHECK (unread >= 0),
  PRIMARY KEY (workspace_id, member_id, monday),
  FOREIGN KEY (workspace_id, member_id) REFERENCES identity.member
);
SELECT kernel.protect('notices.digest', partner_column => 'partner_id');
SELECT kernel.append_only('notices.digest');
