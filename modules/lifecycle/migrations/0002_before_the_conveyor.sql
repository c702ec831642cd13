SET lock_timeout = '5s';

-- For migrations of modules above, once: partners that were there before the conveyor are taken over where they stand.
-- The order of gates is not asked of them, so that whoever had left is taken as left. `rows`: [{workspace_id, partner_id,
-- path, stage, at}]. Nobody but the owner of the tables may call it.
CREATE FUNCTION lifecycle.take_as_before(rows jsonb) RETURNS void LANGUAGE plpgsql SET search_path = '' AS $$
BEGIN
  -- Security is forced on the owner too; this once it writes for every company.
  ALTER TABLE lifecycle.passage NO FORCE ROW LEVEL SECURITY;
  ALTER TABLE lifecycle.standing NO FORCE ROW LEVEL SECURITY;
  ALTER TABLE lifecycle.passage DISABLE TRIGGER keep_order;
  WITH taken AS (
    INSERT INTO lifecycle.passage (workspace_id, partner_id, no, path, from_stage, to_stage, at, by_actor, reason_code, taken_over)
    SELECT workspace_id, partner_id, 1, path, NULL, stage, at, 'migration', 'worked_before', true
    FROM jsonb_to_recordset(rows) AS r(workspace_id uuid, partner_id text, path text, stage text, at timestamptz)
    RETURNING workspace_id, partner_id, path, to_stage, at
  )
  INSERT INTO lifecycle.standing (workspace_id, partner_id, path, stage, since, passage_no, taken_over)
  SELECT workspace_id, partner_id, path, to_stage, at, 1, true FROM taken;
  ALTER TABLE lifecycle.passage ENABLE ALWAYS TRIGGER keep_order;
  ALTER TABLE lifecycle.standing FORCE ROW LEVEL SECURITY;
  ALTER TABLE lifecycle.passage FORCE ROW LEVEL SECURITY;
END $$;
REVOKE ALL ON FUNCTION lifecycle.take_as_before(jsonb) FROM PUBLIC;
