SET lock_timeout = '5s';
CREATE SCHEMA readiness;
GRANT USAGE ON SCHEMA readiness TO mosty_app;

-- What the company says of itself where the program cannot know. Said anew when it changes: the last number counts.
CREATE TABLE readiness.answer (
  workspace_id uuid        NOT NULL,
  question     text        NOT NULL CHECK (question ~ '^[a-z_]{2,60}$'),
  no           int         NOT NULL CHECK (no > 0),
  -- a member's id, a department, or a number, as the question asks
  value        text        NOT NULL CHECK (length(value) BETWEEN 1 AND 60),
  -- where the figure is from
  source       text        CHECK (length(source) BETWEEN 1 AND 300),
  said_at      timestamptz NOT NULL,
  said_by      text        NOT NULL,
  PRIMARY KEY (workspace_id, question, no)
);
SELECT kernel.protect('readiness.answer');
SELECT kernel.append_only('readiness.answer');
