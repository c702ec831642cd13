SET lock_timeout = '5s';
CREATE SCHEMA framework;
GRANT USAGE ON SCHEMA framework TO mosty_app;

-- The living document of kinds, expectations, tracks and thresholds (S1.28). A version never changes.
CREATE TABLE framework.version (
  workspace_id uuid        NOT NULL,
  version      int         NOT NULL CHECK (version > 0),
  body         jsonb       NOT NULL,
  reason       text        NOT NULL,
  published_at timestamptz NOT NULL,
  published_by text        NOT NULL,
  PRIMARY KEY (workspace_id, version)
);
SELECT kernel.protect('framework.version', shared => true);
SELECT kernel.append_only('framework.version');

-- Somebody crossed a line: the rule as it was and the number counted that day. A person decides.
CREATE TABLE framework.crossing (
  workspace_id uuid        NOT NULL,
  id           kernel.id   NOT NULL,
  partner_id   kernel.id   NOT NULL,
  code         text        NOT NULL,
  version      int         NOT NULL,
  rule         jsonb       NOT NULL,
  found        bigint      NOT NULL,
  proposed_at  timestamptz NOT NULL,
  state        text        NOT NULL DEFAULT 'open' CHECK (state IN ('open', 'accepted', 'declined')),
  reason       text,
  decided_at   timestamptz,
  decided_by   text,
  PRIMARY KEY (workspace_id, id),
  FOREIGN KEY (workspace_id, partner_id) REFERENCES directory.partner,
  CHECK ((state = 'open') = (decided_at IS NULL)),
  CHECK ((state = 'open') = (reason IS NULL))
);
-- The same is not proposed twice at once.
CREATE UNIQUE INDEX crossing_one_open ON framework.crossing (workspace_id, partner_id, code) WHERE state = 'open';
CREATE INDEX crossing_by_time ON framework.crossing (workspace_id, state, proposed_at DESC, id DESC);
SELECT kernel.protect('framework.crossing');
