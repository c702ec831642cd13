SET lock_timeout = '5s';

-- Whether, when and how partners are asked each half-year. A version never changes; none means the usual way.
CREATE TABLE feedback.poll_settings (
  workspace_id uuid        NOT NULL,
  version      int         NOT NULL CHECK (version > 0),
  is_on        boolean     NOT NULL,
  is_nameless  boolean     NOT NULL,
  -- of a half-year: 5 is May and November
  month        int         NOT NULL CHECK (month BETWEEN 1 AND 6),
  open_days    int         NOT NULL CHECK (open_days BETWEEN 7 AND 60),
  set_at       timestamptz NOT NULL,
  set_by       text        NOT NULL,
  PRIMARY KEY (workspace_id, version)
);
SELECT kernel.protect('feedback.poll_settings');
SELECT kernel.append_only('feedback.poll_settings');

-- Six questions to the people of partners, once a half-year (S1.69, S1.70).
CREATE TABLE feedback.poll (
  workspace_id uuid      NOT NULL,
  id           kernel.id NOT NULL,
  half         text      NOT NULL CHECK (half ~ '^\d{4}-[12]$'),
  opens_on     date      NOT NULL,
  closes_on    date      NOT NULL,
  is_nameless  boolean   NOT NULL,
  PRIMARY KEY (workspace_id, id),
  UNIQUE (workspace_id, half),
  UNIQUE (workspace_id, id, is_nameless),
  CHECK (closes_on > opens_on)
);
-- People of partners read what they are asked.
SELECT kernel.protect('feedback.poll', shared => true);

-- Who was asked, and who answered: never what.
CREATE TABLE feedback.poll_seat (
  workspace_id uuid      NOT NULL,
  poll_id      kernel.id NOT NULL,
  member_id    kernel.id NOT NULL,
  partner_id   kernel.id NOT NULL,
  is_answered  boolean   NOT NULL DEFAULT false,
  PRIMARY KEY (workspace_id, poll_id, member_id),
  FOREIGN KEY (workspace_id, poll_id) REFERENCES feedback.poll,
  FOREIGN KEY (workspace_id, partner_id) REFERENCES directory.partner
);
SELECT kernel.protect('feedback.poll_seat', partner_column => 'partner_id');

-- An answer of a nameless poll holds neither a person, nor a partner, nor a moment, and its key tells no order: what
-- the journal knows of who answered and when cannot be laid beside it. Partners read nobody's answers.
CREATE TABLE feedback.poll_answer (
  workspace_id uuid        NOT NULL,
  poll_id      kernel.id   NOT NULL,
  id           uuid        NOT NULL DEFAULT gen_random_uuid(),
  is_nameless  boolean     NOT NULL,
  partner_id   kernel.id,
  member_id    kernel.id,
  answered_at  timestamptz,
  recommend    int         NOT NULL CHECK (recommend BETWEEN 0 AND 10),
  support      int         NOT NULL CHECK (support BETWEEN 1 AND 5),
  value        int         NOT NULL CHECK (value BETWEEN 1 AND 5),
  simplicity   int         NOT NULL CHECK (simplicity BETWEEN 1 AND 5),
  speed        int         NOT NULL CHECK (speed BETWEEN 1 AND 5),
  words        text        CHECK (length(words) BETWEEN 1 AND 2000),
  PRIMARY KEY (workspace_id, poll_id, id),
  FOREIGN KEY (workspace_id, poll_id, is_nameless) REFERENCES feedback.poll (workspace_id, id, is_nameless),
  FOREIGN KEY (workspace_id, partner_id) REFERENCES directory.partner,
  CHECK (num_nonnulls(partner_id, member_id, answered_at) = CASE WHEN is_nameless THEN 0 ELSE 3 END)
);
SELECT kernel.protect('feedback.poll_answer');

-- What was done after a poll; partners read it.
CREATE TABLE feedback.poll_deed (
  workspace_id uuid        NOT NULL,
  id           kernel.id   NOT NULL,
  poll_id      kernel.id   NOT NULL,
  words        text        NOT NULL CHECK (length(words) BETWEEN 1 AND 500),
  author       text        NOT NULL,
  at           timestamptz NOT NULL,
  PRIMARY KEY (workspace_id, id),
  FOREIGN KEY (workspace_id, poll_id) REFERENCES feedback.poll
);
CREATE INDEX poll_deed_by_poll ON feedback.poll_deed (workspace_id, poll_id, at DESC);
SELECT kernel.protect('feedback.poll_deed', shared => true);

-- How many were asked and answered, and the camps, for those who judge the programme. Whoever reads it shows no camps of
-- fewer than five answers, nor of a nameless poll that is still open.
CREATE VIEW feedback.v_poll WITH (security_invoker = true) AS
SELECT p.workspace_id, p.id, p.half, p.opens_on, p.closes_on, p.is_nameless,
       (SELECT count(*) FROM feedback.poll_seat s WHERE s.workspace_id = p.workspace_id AND s.poll_id = p.id)::int AS asked,
       count(a.id)::int AS answered,
       count(a.id) FILTER (WHERE a.recommend >= 9)::int AS promoters,
       count(a.id) FILTER (WHERE a.recommend <= 6)::int AS detractors
FROM feedback.poll p LEFT JOIN feedback.poll_answer a ON a.workspace_id = p.workspace_id AND a.poll_id = p.id
GROUP BY p.workspace_id, p.id;
GRANT SELECT ON feedback.v_poll TO mosty_app;
