SET lock_timeout = '5s';

-- The application's role owns nothing and cannot bypass row level security.
DO $$
BEGIN
  IF NOT EXISTS (SELECT FROM pg_roles WHERE rolname = 'mosty_app') THEN
    CREATE ROLE mosty_app NOSUPERUSER NOBYPASSRLS NOLOGIN;
  END IF;
END $$;

GRANT USAGE ON SCHEMA kernel TO mosty_app;

-- An opaque, prefixed, time-sortable id. Compared by bytes: the database's own collation is for people's words.
CREATE DOMAIN kernel.id AS text COLLATE "C" CHECK (length(VALUE) BETWEEN 4 AND 40);

-- The workspace of the current transaction; NULL, and so nothing, when none was set.
CREATE FUNCTION kernel.workspace() RETURNS uuid LANGUAGE sql STABLE PARALLEL SAFE AS
$$ SELECT NULLIF(current_setting('app.workspace_id', true), '')::uuid $$;

-- The partner whose people are confined to its rows; NULL for the company's own people.
CREATE FUNCTION kernel.partner() RETURNS text LANGUAGE sql STABLE PARALLEL SAFE AS
$$ SELECT NULLIF(current_setting('app.partner_id', true), '') $$;

-- Gives a business table its row level security and the application its rights on it.
-- partner_column: the column holding the partner a row belongs to; people of a partner then see only their rows.
-- Without one (and not `shared`), people of a partner see nothing of the table.
CREATE FUNCTION kernel.protect(target regclass, partner_column text DEFAULT NULL, shared boolean DEFAULT false)
RETURNS void LANGUAGE plpgsql AS $$
DECLARE
  confined text := CASE
    WHEN shared THEN 'true'
    WHEN partner_column IS NULL THEN '(SELECT kernel.partner()) IS NULL'
    ELSE format('((SELECT kernel.partner()) IS NULL OR %I = (SELECT kernel.partner()))', partner_column)
  END;
BEGIN
  EXECUTE format('ALTER TABLE %s ENABLE ROW LEVEL SECURITY', target);
  EXECUTE format('ALTER TABLE %s FORCE ROW LEVEL SECURITY', target);
  EXECUTE format(
    'CREATE POLICY tenant ON %s USING (workspace_id = (SELECT kernel.workspace()) AND %s) WITH CHECK (workspace_id = (SELECT kernel.workspace()) AND %s)',
    target, confined, confined);
  EXECUTE format('GRANT SELECT, INSERT, UPDATE, DELETE ON %s TO mosty_app', target);
END $$;

-- Refuses every change to rows that are already written, whoever asks: triggers also bind the tables' owner.
CREATE FUNCTION kernel.refuse_rewrite() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION '% is append-only: % refused', TG_TABLE_SCHEMA || '.' || TG_TABLE_NAME, TG_OP
    USING ERRCODE = 'restrict_violation', HINT = 'Correct by a new linked row.';
END $$;

CREATE FUNCTION kernel.append_only(target regclass) RETURNS void LANGUAGE plpgsql AS $$
BEGIN
  EXECUTE format('CREATE TRIGGER append_only_rows BEFORE UPDATE OR DELETE ON %s FOR EACH ROW EXECUTE FUNCTION kernel.refuse_rewrite()', target);
  EXECUTE format('CREATE TRIGGER append_only_table BEFORE TRUNCATE ON %s FOR EACH STATEMENT EXECUTE FUNCTION kernel.refuse_rewrite()', target);
  EXECUTE format('ALTER TABLE %s ENABLE ALWAYS TRIGGER append_only_rows', target);
  EXECUTE format('ALTER TABLE %s ENABLE ALWAYS TRIGGER append_only_table', target);
  EXECUTE format('REVOKE UPDATE, DELETE, TRUNCATE ON %s FROM mosty_app', target);
END $$;

CREATE TABLE kernel.workspace_head (
  workspace_id uuid PRIMARY KEY,
  audit_seq    bigint NOT NULL,
  audit_hash   text   NOT NULL,
  event_seq    bigint NOT NULL
);
-- People of a partner also act, and their acts are audited in the same chain.
SELECT kernel.protect('kernel.workspace_head', shared => true);

CREATE TABLE kernel.audit (
  workspace_id uuid        NOT NULL,
  seq          bigint      NOT NULL,
  at           timestamptz(3) NOT NULL,
  actor_type   text        NOT NULL,
  actor_id     text        NOT NULL,
  verb         text        NOT NULL,
  subject      text        NOT NULL,
  reason       text,
  change       jsonb,
  request_id   text        NOT NULL,
  hash         text        NOT NULL,
  PRIMARY KEY (workspace_id, seq)
);
CREATE INDEX audit_by_subject ON kernel.audit (workspace_id, subject, seq DESC);
SELECT kernel.protect('kernel.audit', shared => true);
SELECT kernel.append_only('kernel.audit');

CREATE TABLE kernel.event (
  workspace_id uuid        NOT NULL,
  seq          bigint      NOT NULL,
  id           kernel.id   NOT NULL,
  type         text        NOT NULL,
  at           timestamptz(3) NOT NULL,
  body         jsonb       NOT NULL,
  PRIMARY KEY (workspace_id, seq)
);
SELECT kernel.protect('kernel.event', shared => true);
SELECT kernel.append_only('kernel.event');

-- How far each reaction has read the events of each workspace, and what stopped it if something did.
CREATE TABLE kernel.reaction_progress (
  workspace_id uuid        NOT NULL,
  reaction     text        NOT NULL,
  seq          bigint      NOT NULL,
  failed_at    timestamptz,
  failure      text,
  failures     int         NOT NULL DEFAULT 0,
  PRIMARY KEY (workspace_id, reaction)
);
SELECT kernel.protect('kernel.reaction_progress');

-- The one look across workspaces the dispatcher needs: who has unread events. Ids only.
CREATE FUNCTION kernel.workspaces_behind(reactions text[]) RETURNS TABLE (workspace_id uuid, reaction text)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = '' AS $$
  SELECT h.workspace_id, r.reaction
  FROM kernel.workspace_head h
  CROSS JOIN unnest(reactions) AS r(reaction)
  LEFT JOIN kernel.reaction_progress p ON p.workspace_id = h.workspace_id AND p.reaction = r.reaction
  WHERE h.event_seq > COALESCE(p.seq, 0)
$$;
REVOKE ALL ON FUNCTION kernel.workspaces_behind(text[]) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION kernel.workspaces_behind(text[]) TO mosty_app;

-- Stored answers of requests that carried an Idempotency-Key.
CREATE TABLE kernel.idempotency (
  workspace_id uuid        NOT NULL,
  key          text        NOT NULL,
  operation    text        NOT NULL,
  body_hash    text        NOT NULL,
  status       int,
  answer       jsonb,
  created_at   timestamptz NOT NULL,
  PRIMARY KEY (workspace_id, key)
);
SELECT kernel.protect('kernel.idempotency', shared => true);
