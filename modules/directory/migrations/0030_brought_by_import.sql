SET lock_timeout = '5s';

-- The file that wrote them down first; nothing for those that a person, a form or the API brought.
ALTER TABLE directory.partner ADD COLUMN import_id kernel.id;
ALTER TABLE directory.client ADD COLUMN import_id kernel.id;
CREATE INDEX partner_by_import ON directory.partner (workspace_id, import_id) WHERE import_id IS NOT NULL;
CREATE INDEX client_by_import ON directory.client (workspace_id, import_id) WHERE import_id IS NOT NULL;
CREATE OR REPLACE VIEW directory.v_partner WITH (security_invoker = true) AS
SELECT workspace_id, id, external_id, name, name_key, purpose, track, owner_member_id, introduced_by_partner_id, city,
       search_text, created_at, archived_at, import_id
FROM directory.partner;

-- Files that were taken before: their lines remember whom they made. In a new installation there are none yet.
DO $$
DECLARE company uuid;
BEGIN
  IF to_regclass('integrations.import_row') IS NULL THEN RETURN; END IF;
  FOR company IN SELECT workspace_id FROM kernel.workspace_head LOOP
    PERFORM set_config('app.workspace_id', company::text, true);
    EXECUTE 'UPDATE directory.partner p SET import_id = r.import_id FROM integrations.import_row r
             WHERE r.workspace_id = p.workspace_id AND r.made = p.id';
    EXECUTE 'UPDATE directory.client c SET import_id = r.import_id FROM integrations.import_row r
             WHERE r.workspace_id = c.workspace_id AND r.made = c.id';
  END LOOP;
  PERFORM set_config('app.workspace_id', '', true);
END $$;
