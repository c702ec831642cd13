SET lock_timeout = '5s';
CREATE SCHEMA scenarios;
GRANT USAGE ON SCHEMA scenarios TO mosty_app;

CREATE TABLE scenarios.scenario (
  workspace_id uuid        NOT NULL,
  id           kernel.id   NOT NULL,
  name         text        NOT NULL CHECK (length(name) BETWEEN 1 AND 200),
  -- the name as names are compared, made by domain.ts
  name_key     text        COLLATE "C" NOT NULL,
  created_at   timestamptz NOT NULL,
  PRIMARY KEY (workspace_id, id)
);
CREATE UNIQUE INDEX scenario_by_name ON scenarios.scenario (workspace_id, name_key);
CREATE INDEX scenario_by_time ON scenarios.scenario (workspace_id, created_at DESC, id DESC);
SELECT kernel.protect('scenarios.scenario');
