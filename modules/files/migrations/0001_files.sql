SET lock_timeout = '5s';
CREATE SCHEMA files;
GRANT USAGE ON SCHEMA files TO mosty_app;

-- What was uploaded. The bytes lie beside the database, named by what they are: the same bytes lie once.
CREATE TABLE files.file (
  workspace_id uuid        NOT NULL,
  id           kernel.id   NOT NULL,
  sha256       char(64)    COLLATE "C" NOT NULL CHECK (sha256 ~ '^[0-9a-f]{64}$'),
  size_bytes   bigint      NOT NULL CHECK (size_bytes > 0),
  -- as its owner called it; never a path
  name         text        NOT NULL CHECK (length(name) BETWEEN 1 AND 300),
  media_type   text        NOT NULL,
  purpose      text        NOT NULL,
  -- whose it is; none: the company's own, which people of a partner reach only through what shows it to them
  partner_id   kernel.id,
  stored_at    timestamptz NOT NULL,
  stored_by    text        NOT NULL,
  PRIMARY KEY (workspace_id, id),
  FOREIGN KEY (workspace_id, partner_id) REFERENCES directory.partner
);
CREATE INDEX file_by_content ON files.file (workspace_id, sha256);
CREATE INDEX file_by_time ON files.file (workspace_id, stored_at);
SELECT kernel.protect('files.file', partner_column => 'partner_id');
-- A file is what it was when it was stored.
CREATE TRIGGER keep_file BEFORE UPDATE ON files.file FOR EACH ROW EXECUTE FUNCTION kernel.refuse_rewrite();
ALTER TABLE files.file ENABLE ALWAYS TRIGGER keep_file;

CREATE VIEW files.v_file WITH (security_invoker = true) AS
SELECT workspace_id, id, name, media_type, size_bytes, purpose, partner_id, stored_at FROM files.file;
GRANT SELECT ON files.v_file TO mosty_app;
