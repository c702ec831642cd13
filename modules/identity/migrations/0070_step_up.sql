SET lock_timeout = '5s';

-- When somebody last proved by a second factor that it is still them: asked again before money changes its way.
CREATE TABLE auth.proof (
  user_id text        PRIMARY KEY REFERENCES auth."user" ON DELETE CASCADE,
  way     text        NOT NULL,
  at      timestamptz NOT NULL
);
GRANT SELECT, INSERT, UPDATE, DELETE ON auth.proof TO mosty_app;

-- The same for those without a second factor: a code by letter, kept as its SHA-256. One a person at a time.
CREATE TABLE identity.proof_code (
  workspace_id uuid        NOT NULL,
  member_id    kernel.id   NOT NULL,
  code_hash    text        COLLATE "C" NOT NULL,
  sent_at      timestamptz NOT NULL,
  tries        int         NOT NULL DEFAULT 0 CHECK (tries BETWEEN 0 AND 5),
  proven_at    timestamptz,
  PRIMARY KEY (workspace_id, member_id)
);
-- People of partners are whom it is for; there is nothing to read in it.
SELECT kernel.protect('identity.proof_code', shared => true);
