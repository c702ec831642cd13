SET lock_timeout = '5s';
CREATE SCHEMA rhythm;
GRANT USAGE ON SCHEMA rhythm TO mosty_app;

-- A dated thing that both sides do together (S0.52). Without a day, a benefit for people, a message or care for people
-- afterwards it is a draft: those columns stay empty until somebody thinks of them.
CREATE TABLE rhythm.plan_item (
  workspace_id  uuid        NOT NULL,
  id            kernel.id   NOT NULL,
  partner_id    kernel.id   NOT NULL,
  kind          text        NOT NULL CHECK (kind IN ('webinar', 'content', 'mailing', 'campaign', 'training', 'event', 'other')),
  title         text        NOT NULL CHECK (length(title) BETWEEN 1 AND 200),
  -- whose turn it is to do it
  side          text        NOT NULL CHECK (side IN ('ours', 'theirs', 'both')),
  owner_member_id kernel.id,
  due_on        date,
  benefit       text        CHECK (length(benefit) BETWEEN 1 AND 1000),
  message       text        CHECK (length(message) BETWEEN 1 AND 1000),
  support       text        CHECK (length(support) BETWEEN 1 AND 1000),
  state         text        NOT NULL CHECK (state IN ('open', 'done', 'missed', 'dropped')),
  -- what came of it, or why it was dropped
  outcome       text        CHECK (length(outcome) BETWEEN 1 AND 1000),
  settled_on    date,
  created_at    timestamptz NOT NULL,
  created_by    text        NOT NULL,
  PRIMARY KEY (workspace_id, id),
  FOREIGN KEY (workspace_id, partner_id) REFERENCES directory.partner,
  CHECK (state IN ('open', 'missed') OR settled_on IS NOT NULL),
  CHECK (state <> 'dropped' OR outcome IS NOT NULL),
  CHECK (state NOT IN ('done', 'missed') OR (due_on IS NOT NULL AND benefit IS NOT NULL AND message IS NOT NULL AND support IS NOT NULL))
);
CREATE INDEX plan_item_by_day ON rhythm.plan_item (workspace_id, due_on, id);
CREATE INDEX plan_item_by_partner ON rhythm.plan_item (workspace_id, partner_id, due_on);
SELECT kernel.protect('rhythm.plan_item', partner_column => 'partner_id');

-- What a partner publishes about us. An advertisement without a token, a label or a proof of the register is not ready.
CREATE TABLE rhythm.publication (
  workspace_id   uuid        NOT NULL,
  id             kernel.id   NOT NULL,
  partner_id     kernel.id   NOT NULL,
  plan_item_id   kernel.id,
  title          text        NOT NULL CHECK (length(title) BETWEEN 1 AND 200),
  platform       text        NOT NULL CHECK (length(platform) BETWEEN 1 AND 100),
  on_day         date        NOT NULL,
  -- a percent, a gift or a discount makes an advertisement of a review
  is_ad          boolean     NOT NULL,
  erid           text        CHECK (erid ~ '^[A-Za-z0-9]{6,60}$'),
  operator       text        CHECK (length(operator) BETWEEN 1 AND 100),
  registered_by  text        CHECK (registered_by IN ('ours', 'theirs')),
  label          text        CHECK (length(label) BETWEEN 1 AND 500),
  followers      int         CHECK (followers >= 0),
  register_proof text        CHECK (length(register_proof) BETWEEN 1 AND 300),
  url            text        CHECK (length(url) BETWEEN 8 AND 1000),
  out_at         timestamptz,
  -- the act went to the operator of advertising data
  reported_on    date,
  created_at     timestamptz NOT NULL,
  created_by     text        NOT NULL,
  PRIMARY KEY (workspace_id, id),
  FOREIGN KEY (workspace_id, partner_id) REFERENCES directory.partner,
  FOREIGN KEY (workspace_id, plan_item_id) REFERENCES rhythm.plan_item
);
CREATE INDEX publication_by_day ON rhythm.publication (workspace_id, on_day, id);
CREATE INDEX publication_by_partner ON rhythm.publication (workspace_id, partner_id, on_day);
SELECT kernel.protect('rhythm.publication', partner_column => 'partner_id');

-- Time given to a partner, and what for (S1.61). Without a partner: time for all of them, or for those not found yet.
CREATE TABLE rhythm.touch (
  workspace_id uuid        NOT NULL,
  id           kernel.id   NOT NULL,
  partner_id   kernel.id,
  at           timestamptz NOT NULL,
  kind         text        NOT NULL CHECK (kind IN ('note', 'call', 'session', 'recognition', 'exchange', 'publication', 'work')),
  by_member    kernel.id,
  minutes      int         NOT NULL CHECK (minutes BETWEEN 0 AND 1440),
  purpose      text        NOT NULL CHECK (purpose IN ('acquisition', 'launch', 'retention')),
  -- what it was about: the note, the session, …
  of_id        kernel.id,
  note         text        CHECK (length(note) BETWEEN 1 AND 500),
  taken_back_at timestamptz,
  PRIMARY KEY (workspace_id, id),
  FOREIGN KEY (workspace_id, partner_id) REFERENCES directory.partner
);
CREATE INDEX touch_by_partner ON rhythm.touch (workspace_id, partner_id, at DESC);
CREATE INDEX touch_by_member ON rhythm.touch (workspace_id, by_member, at DESC);
SELECT kernel.protect('rhythm.touch');

-- A meeting with several partners or inside the team (S1.25, S1.46, S1.49).
CREATE TABLE rhythm.session (
  workspace_id uuid        NOT NULL,
  id           kernel.id   NOT NULL,
  kind         text        NOT NULL CHECK (kind IN ('strategy', 'roadmap', 'webinar', 'office_hours', 'retreat')),
  title        text        NOT NULL CHECK (length(title) BETWEEN 1 AND 200),
  starts_at    timestamptz NOT NULL,
  minutes      int         NOT NULL CHECK (minutes BETWEEN 1 AND 4320),
  promised     text        CHECK (length(promised) BETWEEN 1 AND 2000),
  held_at      timestamptz,
  created_at   timestamptz NOT NULL,
  created_by   text        NOT NULL,
  PRIMARY KEY (workspace_id, id)
);
CREATE INDEX session_by_day ON rhythm.session (workspace_id, starts_at, id);
SELECT kernel.protect('rhythm.session');

CREATE TABLE rhythm.session_partner (
  workspace_id uuid      NOT NULL,
  session_id   kernel.id NOT NULL,
  partner_id   kernel.id NOT NULL,
  came         boolean,
  PRIMARY KEY (workspace_id, session_id, partner_id),
  FOREIGN KEY (workspace_id, session_id) REFERENCES rhythm.session,
  FOREIGN KEY (workspace_id, partner_id) REFERENCES directory.partner
);
CREATE INDEX session_partner_by_partner ON rhythm.session_partner (workspace_id, partner_id);
SELECT kernel.protect('rhythm.session_partner');

CREATE TABLE rhythm.session_member (
  workspace_id uuid      NOT NULL,
  session_id   kernel.id NOT NULL,
  member_id    kernel.id NOT NULL,
  PRIMARY KEY (workspace_id, session_id, member_id),
  FOREIGN KEY (workspace_id, session_id) REFERENCES rhythm.session
);
SELECT kernel.protect('rhythm.session_member');

-- A private one is read by those who took part, and by nobody above them (S1.47).
CREATE TABLE rhythm.session_note (
  workspace_id uuid        NOT NULL,
  id           kernel.id   NOT NULL,
  session_id   kernel.id   NOT NULL,
  is_private   boolean     NOT NULL,
  text         text        NOT NULL CHECK (length(text) BETWEEN 1 AND 4000),
  author_id    text        NOT NULL,
  at           timestamptz NOT NULL,
  PRIMARY KEY (workspace_id, id),
  FOREIGN KEY (workspace_id, session_id) REFERENCES rhythm.session
);
CREATE INDEX session_note_by_session ON rhythm.session_note (workspace_id, session_id, at, id);
SELECT kernel.protect('rhythm.session_note');

-- One thing with an owner and a day (S0.53).
CREATE TABLE rhythm.next_step (
  workspace_id uuid        NOT NULL,
  id           kernel.id   NOT NULL,
  partner_id   kernel.id   NOT NULL,
  text         text        NOT NULL CHECK (length(text) BETWEEN 1 AND 300),
  owner_member kernel.id   NOT NULL,
  due_on       date        NOT NULL,
  -- out of which talk it came
  session_id   kernel.id,
  created_at   timestamptz NOT NULL,
  created_by   text        NOT NULL,
  done_at      timestamptz,
  done_by      text,
  dropped_at   timestamptz,
  PRIMARY KEY (workspace_id, id),
  FOREIGN KEY (workspace_id, partner_id) REFERENCES directory.partner,
  FOREIGN KEY (workspace_id, session_id) REFERENCES rhythm.session,
  CHECK (done_at IS NULL OR dropped_at IS NULL),
  CHECK ((done_at IS NULL) = (done_by IS NULL))
);
CREATE INDEX next_step_open ON rhythm.next_step (workspace_id, due_on, id) WHERE done_at IS NULL AND dropped_at IS NULL;
CREATE INDEX next_step_by_partner ON rhythm.next_step (workspace_id, partner_id, due_on);
SELECT kernel.protect('rhythm.next_step');

-- The week in two lines: one fix, one next step. There are no columns for a second of either.
CREATE TABLE rhythm.weekly_note (
  workspace_id uuid        NOT NULL,
  id           kernel.id   NOT NULL,
  partner_id   kernel.id   NOT NULL,
  -- its Monday
  week_of      date        NOT NULL CHECK (extract(isodow FROM week_of) = 1),
  fix          text        NOT NULL CHECK (length(fix) BETWEEN 1 AND 300),
  next_step_id kernel.id   NOT NULL,
  written_at   timestamptz NOT NULL,
  written_by   text        NOT NULL,
  PRIMARY KEY (workspace_id, id),
  FOREIGN KEY (workspace_id, partner_id) REFERENCES directory.partner,
  FOREIGN KEY (workspace_id, next_step_id) REFERENCES rhythm.next_step
);
CREATE INDEX weekly_note_by_partner ON rhythm.weekly_note (workspace_id, partner_id, written_at DESC);
SELECT kernel.protect('rhythm.weekly_note');

-- A public word of thanks or a gift between the two of us (S1.65).
CREATE TABLE rhythm.recognition (
  workspace_id uuid        NOT NULL,
  id           kernel.id   NOT NULL,
  partner_id   kernel.id   NOT NULL,
  kind         text        NOT NULL CHECK (kind IN ('highlight', 'thanks', 'gift')),
  text         text        NOT NULL CHECK (length(text) BETWEEN 1 AND 500),
  on_day       date        NOT NULL,
  written_at   timestamptz NOT NULL,
  written_by   text        NOT NULL,
  PRIMARY KEY (workspace_id, id),
  FOREIGN KEY (workspace_id, partner_id) REFERENCES directory.partner
);
CREATE INDEX recognition_by_partner ON rhythm.recognition (workspace_id, partner_id, on_day DESC);
SELECT kernel.protect('rhythm.recognition');

-- What was given and received without money (S1.40). The estimate is an opinion: nothing of money reads it.
CREATE TABLE rhythm.exchange (
  workspace_id   uuid        NOT NULL,
  id             kernel.id   NOT NULL,
  partner_id     kernel.id   NOT NULL,
  direction      text        NOT NULL CHECK (direction IN ('given', 'received')),
  kind           text        NOT NULL CHECK (kind IN ('content', 'newsletter', 'webinar', 'guest', 'introduction', 'insight', 'client_help', 'access', 'other')),
  text           text        NOT NULL CHECK (length(text) BETWEEN 1 AND 500),
  on_day         date        NOT NULL,
  estimate_minor bigint      CHECK (estimate_minor >= 0),
  currency       text        NOT NULL,
  written_at     timestamptz NOT NULL,
  written_by     text        NOT NULL,
  PRIMARY KEY (workspace_id, id),
  FOREIGN KEY (workspace_id, partner_id) REFERENCES directory.partner
);
CREATE INDEX exchange_by_partner ON rhythm.exchange (workspace_id, partner_id, on_day DESC);
SELECT kernel.protect('rhythm.exchange');

-- The secret address of somebody's calendar. Only a digest of it is kept; a new one ends the old.
CREATE TABLE rhythm.feed (
  workspace_id uuid        NOT NULL,
  member_id    kernel.id   NOT NULL,
  token_hash   text        NOT NULL,
  made_at      timestamptz NOT NULL,
  PRIMARY KEY (workspace_id, member_id)
);
CREATE UNIQUE INDEX feed_by_token ON rhythm.feed (token_hash);
SELECT kernel.protect('rhythm.feed');
-- Whoever asks by a secret address has no company yet.
CREATE POLICY looks_across ON rhythm.feed FOR SELECT TO CURRENT_USER USING (true);
CREATE FUNCTION rhythm.feed_of(hash text) RETURNS TABLE (workspace_id uuid, member_id text)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog AS
$$ SELECT f.workspace_id, f.member_id::text FROM rhythm.feed f WHERE f.token_hash = hash $$;
REVOKE ALL ON FUNCTION rhythm.feed_of(text) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION rhythm.feed_of(text) TO mosty_app;

CREATE VIEW rhythm.v_plan_item WITH (security_invoker = true) AS
SELECT workspace_id, partner_id, id, kind, title, due_on, side, settled_on,
       CASE WHEN state = 'open' THEN
              CASE WHEN due_on IS NULL OR benefit IS NULL OR message IS NULL OR support IS NULL THEN 'draft' ELSE 'planned' END
            ELSE state END AS status
FROM rhythm.plan_item WHERE state <> 'dropped';
-- state: not_ready and ready wait for their day; out is published; reported is out and its act is with the operator.
CREATE VIEW rhythm.v_publication WITH (security_invoker = true) AS
SELECT workspace_id, partner_id, id, title, platform, on_day, is_ad, erid, out_at, reported_on,
       CASE WHEN reported_on IS NOT NULL THEN 'reported'
            WHEN out_at IS NOT NULL THEN 'out'
            WHEN is_ad AND (erid IS NULL OR label IS NULL OR (followers > 10000 AND register_proof IS NULL)) THEN 'not_ready'
            ELSE 'ready' END AS state
FROM rhythm.publication;
CREATE VIEW rhythm.v_touch WITH (security_invoker = true) AS
SELECT workspace_id, partner_id, at, kind, by_member, minutes, purpose FROM rhythm.touch WHERE taken_back_at IS NULL;
CREATE VIEW rhythm.v_next_step WITH (security_invoker = true) AS
SELECT workspace_id, id, partner_id, text, owner_member, due_on, done_at FROM rhythm.next_step WHERE dropped_at IS NULL;
CREATE VIEW rhythm.v_recognition WITH (security_invoker = true) AS
SELECT workspace_id, partner_id, id, kind, on_day FROM rhythm.recognition;
CREATE VIEW rhythm.v_exchange WITH (security_invoker = true) AS
SELECT workspace_id, partner_id, id, direction, kind, on_day, estimate_minor, currency FROM rhythm.exchange;
GRANT SELECT ON rhythm.v_plan_item, rhythm.v_publication, rhythm.v_touch, rhythm.v_next_step, rhythm.v_recognition,
  rhythm.v_exchange TO mosty_app;
