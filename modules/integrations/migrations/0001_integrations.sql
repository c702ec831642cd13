SET lock_timeout = '5s';
CREATE SCHEMA integrations;
GRANT USAGE ON SCHEMA integrations TO mosty_app;

-- One file on its way in. The bytes lie in the data folder under the id; what was read of them is here.
CREATE TABLE integrations.import_file (
  workspace_id  uuid        NOT NULL,
  id            kernel.id   NOT NULL,
  kind          text        NOT NULL CHECK (kind IN ('partners', 'clients', 'sales', 'refunds', 'costs')),
  -- uploaded → checking → checked → applying → applied → undoing → undone; stopped and failed can go on,
  -- cancelled cannot
  state         text        NOT NULL CHECK (state IN ('uploaded', 'checking', 'checked', 'applying', 'applied', 'stopped', 'undoing', 'undone', 'cancelled', 'failed')),
  filename      text        NOT NULL,
  format        text        NOT NULL CHECK (format IN ('csv', 'xlsx')),
  bytes         bigint      NOT NULL,
  sha256        text        NOT NULL,
  -- the program whose export it seems to be
  program       text,
  -- {line, columns}
  header        jsonb       NOT NULL,
  signature     text        NOT NULL,
  -- the first rows, for the person who checks the mapping
  sample        jsonb       NOT NULL,
  mapping       jsonb       NOT NULL,
  -- of the saved mapping it began with
  mapping_id    kernel.id,
  -- bytes read while checking, rows done while applying or undoing
  progress      bigint      NOT NULL DEFAULT 0,
  progress_of   bigint      NOT NULL DEFAULT 0,
  -- what the check found
  found         jsonb,
  -- what applying did
  result        jsonb,
  -- apply goes on behind this row
  applied_at    timestamptz,
  applied_line  int,
  -- {code, params, during}
  failure       jsonb,
  -- the process at work and its last sign of life
  run_token     text,
  run_at        timestamptz,
  created_at    timestamptz NOT NULL,
  created_by    text        NOT NULL,
  finished_at   timestamptz,
  undone_reason text,
  PRIMARY KEY (workspace_id, id)
);
CREATE INDEX import_file_by_time ON integrations.import_file (workspace_id, created_at DESC, id DESC);
SELECT kernel.protect('integrations.import_file');

-- One thing of a file: a row, or the rows of one invoice. line is where it begins in the file.
-- Without a foreign key to the file: checking it row by row takes 30 of 40 µs a row, and files are never deleted.
CREATE TABLE integrations.import_row (
  workspace_id uuid        NOT NULL,
  import_id    kernel.id   NOT NULL,
  line         int         NOT NULL,
  -- how many rows of the file it stands for
  rows         int         NOT NULL,
  -- business key within the source; null where it could not be read
  key          text,
  -- the epoch where the kind has no time: rows are applied in this order
  at           timestamptz NOT NULL,
  amount_micro bigint,
  credit       text        NOT NULL CHECK (credit IN ('yes', 'no', 'by_total')),
  -- what the rules of an import ask about has columns; what only travels through is json
  currency     text,
  client       text,
  partner      text,
  body         json,
  lines        json,
  -- new: will be created; changed: will be updated; known: is there already; differs: is there with another
  -- amount and is left alone; bad: cannot be read; held: an invoice with a bad line; refused: by the rules, when applied
  state        text        NOT NULL CHECK (state IN ('new', 'changed', 'known', 'differs', 'bad', 'held', 'refused')),
  error_code   text,
  error_params json,
  -- the partner or client that this row created
  made         kernel.id,
  -- in the order of applying: a second index for it would cost a third of the staging
  PRIMARY KEY (workspace_id, import_id, at, line),
  CHECK ((state IN ('differs', 'bad', 'held', 'refused')) = (error_code IS NOT NULL))
);
CREATE INDEX import_row_errors ON integrations.import_row (workspace_id, import_id, line) WHERE error_code IS NOT NULL;
SELECT kernel.protect('integrations.import_row');

-- How the columns of files with this header become fields. The last one used is proposed first.
CREATE TABLE integrations.mapping (
  workspace_id uuid        NOT NULL,
  id           kernel.id   NOT NULL,
  name         text        NOT NULL CHECK (length(name) BETWEEN 1 AND 200),
  kind         text        NOT NULL CHECK (kind IN ('partners', 'clients', 'sales', 'refunds', 'costs')),
  signature    text        NOT NULL,
  mapping      jsonb       NOT NULL,
  created_at   timestamptz NOT NULL,
  created_by   text        NOT NULL,
  used_at      timestamptz NOT NULL,
  PRIMARY KEY (workspace_id, id)
);
CREATE UNIQUE INDEX mapping_by_header ON integrations.mapping (workspace_id, signature, kind, name);
SELECT kernel.protect('integrations.mapping');

-- The one look across workspaces the runner needs: which files have work to be done. Ids only.
CREATE POLICY looks_across ON integrations.import_file FOR SELECT TO CURRENT_USER USING (true);
CREATE FUNCTION integrations.imports_to_run() RETURNS TABLE (workspace_id uuid, import_id text)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = '' AS $$
  SELECT f.workspace_id, f.id FROM integrations.import_file f
  WHERE f.state IN ('checking', 'applying', 'undoing') ORDER BY f.created_at, f.id
$$;
REVOKE ALL ON FUNCTION integrations.imports_to_run() FROM PUBLIC;
GRANT EXECUTE ON FUNCTION integrations.imports_to_run() TO mosty_app;
CREATE INDEX import_file_to_run ON integrations.import_file (created_at, id)
  WHERE state IN ('checking', 'applying', 'undoing');
