SET lock_timeout = '5s';
CREATE SCHEMA webhooks;
GRANT USAGE ON SCHEMA webhooks TO mosty_app;

CREATE TABLE webhooks.endpoint (
  workspace_id uuid        NOT NULL,
  id           kernel.id   NOT NULL,
  name         text        NOT NULL CHECK (length(name) BETWEEN 1 AND 200),
  -- the name as names are compared, made by domain.ts
  name_key     text        COLLATE "C" NOT NULL,
  created_at   timestamptz NOT NULL,
  PRIMARY KEY (workspace_id, id)
);
CREATE UNIQUE INDEX endpoint_by_name ON webhooks.endpoint (workspace_id, name_key);
CREATE INDEX endpoint_by_time ON webhooks.endpoint (workspace_id, created_at DESC, id DESC);
SELECT kernel.protect('webhooks.endpoint');
