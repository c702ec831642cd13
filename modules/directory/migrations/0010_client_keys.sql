SET lock_timeout = '5s';

-- Ships with PostgreSQL and is trusted: whoever owns the database may create it.
CREATE EXTENSION IF NOT EXISTS pg_trgm WITH SCHEMA directory;

-- Whom to speak with there, and where the client lives on the web.
ALTER TABLE directory.client ADD COLUMN person text CHECK (length(person) BETWEEN 1 AND 200);
ALTER TABLE directory.client ADD COLUMN site text CHECK (length(site) BETWEEN 1 AND 300);

-- What a client is recognised by, normalised by `domain/client-keys.ts`. Written with the client, by the same verbs.
CREATE TABLE directory.client_key (
  workspace_id uuid      NOT NULL,
  client_id    kernel.id NOT NULL,
  kind         text      NOT NULL CHECK (kind IN ('tax_number', 'domain', 'phone', 'email', 'name', 'person')),
  key          text      COLLATE "C" NOT NULL CHECK (length(key) BETWEEN 1 AND 300),
  PRIMARY KEY (workspace_id, client_id, kind, key),
  FOREIGN KEY (workspace_id, client_id) REFERENCES directory.client ON DELETE CASCADE
);
CREATE INDEX client_key_by_key ON directory.client_key (workspace_id, kind, key);
CREATE INDEX client_key_by_letters ON directory.client_key USING gin (key directory.gin_trgm_ops) WHERE kind = 'name';

-- Security is forced on the owner too; this once it reads every company's clients.
ALTER TABLE directory.client NO FORCE ROW LEVEL SECURITY;
-- Clients written before there were keys. The folded name is the beginning of what search looks through; a client known
-- by its number only has no name to be like.
INSERT INTO directory.client_key (workspace_id, client_id, kind, key)
SELECT workspace_id, client_id, kind, left(key, 300) FROM (
  SELECT workspace_id, id AS client_id, 'name' AS kind,
         trim(regexp_replace(' ' || split_part(search_text, '=', 1) || ' ', '( (o|oao|zao|pao|ao|ip|to|lk|ltd|ink|gmbh|korp|limited))+ ', ' ', 'g')) AS key
  FROM directory.client WHERE name IS DISTINCT FROM external_id
  UNION ALL
  SELECT workspace_id, id, 'tax_number', regexp_replace(upper(tax_number), '[^0-9A-Z]', '', 'g') FROM directory.client
  UNION ALL
  SELECT workspace_id, id, 'email', lower(email) FROM directory.client
  UNION ALL
  SELECT workspace_id, id, 'phone', right(regexp_replace(phone, '\D', '', 'g'), 10) FROM directory.client
  WHERE length(regexp_replace(phone, '\D', '', 'g')) >= 7
) AS known WHERE key <> '' ON CONFLICT DO NOTHING;
ALTER TABLE directory.client FORCE ROW LEVEL SECURITY;
SELECT kernel.protect('directory.client_key');
