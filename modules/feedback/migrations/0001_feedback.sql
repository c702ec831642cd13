SET lock_timeout = '5s';
CREATE SCHEMA feedback;
GRANT USAGE ON SCHEMA feedback TO mosty_app;

-- What a partner came with and what became of it (S1.45). The words lie in `message`, which can be erased.
CREATE TABLE feedback.thread (
  workspace_id     uuid        NOT NULL,
  id               kernel.id   NOT NULL,
  partner_id       kernel.id   NOT NULL,
  kind             text        NOT NULL CHECK (kind IN ('question', 'obstacle', 'idea')),
  title            text        NOT NULL CHECK (length(title) BETWEEN 1 AND 200),
  state            text        NOT NULL CHECK (state IN ('waiting', 'answered', 'closed')),
  verdict          text        CHECK (verdict IN ('planned', 'done', 'declined')),
  -- our person of the partner; none: nobody is named, which is a fault of ours (S0.62)
  answerer_face_id kernel.id,
  opened_at        timestamptz NOT NULL,
  moved_at         timestamptz NOT NULL,
  -- the day we promised; none while nothing waits for us
  answer_by        date,
  PRIMARY KEY (workspace_id, id),
  FOREIGN KEY (workspace_id, partner_id) REFERENCES directory.partner,
  FOREIGN KEY (workspace_id, answerer_face_id) REFERENCES directory.face,
  CHECK ((state = 'waiting') = (answer_by IS NOT NULL)),
  CHECK (verdict IS NULL OR kind <> 'question')
);
CREATE INDEX thread_waiting ON feedback.thread (workspace_id, answer_by, id) WHERE state = 'waiting';
CREATE INDEX thread_by_partner ON feedback.thread (workspace_id, partner_id, moved_at DESC, id DESC);
CREATE INDEX thread_by_time ON feedback.thread (workspace_id, moved_at DESC, id DESC);
SELECT kernel.protect('feedback.thread', partner_column => 'partner_id');

CREATE TABLE feedback.message (
  workspace_id uuid        NOT NULL,
  id           kernel.id   NOT NULL,
  thread_id    kernel.id   NOT NULL,
  partner_id   kernel.id   NOT NULL,
  side         text        NOT NULL CHECK (side IN ('ours', 'theirs')),
  author_id    text        NOT NULL,
  -- as they were called then: people of a partner may not read who is who in the company
  author       text        NOT NULL,
  text         text        NOT NULL CHECK (length(text) BETWEEN 1 AND 4000),
  verdict      text        CHECK (verdict IN ('planned', 'done', 'declined')),
  at           timestamptz NOT NULL,
  PRIMARY KEY (workspace_id, id),
  FOREIGN KEY (workspace_id, thread_id) REFERENCES feedback.thread
);
CREATE INDEX message_by_thread ON feedback.message (workspace_id, thread_id, at, id);
SELECT kernel.protect('feedback.message', partner_column => 'partner_id');
