SET lock_timeout = '5s';

-- A hold stands after it was lifted: it is why money waited. Lifting it is its only change.
CREATE TRIGGER keep_hold BEFORE UPDATE OF workspace_id, id, partner_id, reason, until, held_by, held_at
  ON incentives.hold FOR EACH ROW EXECUTE FUNCTION kernel.refuse_rewrite();
CREATE TRIGGER keep_lifted BEFORE UPDATE ON incentives.hold FOR EACH ROW WHEN (OLD.lifted_at IS NOT NULL)
  EXECUTE FUNCTION kernel.refuse_rewrite();
CREATE TRIGGER keep_hold_rows BEFORE DELETE ON incentives.hold FOR EACH ROW EXECUTE FUNCTION kernel.refuse_rewrite();
CREATE TRIGGER keep_hold_table BEFORE TRUNCATE ON incentives.hold FOR EACH STATEMENT EXECUTE FUNCTION kernel.refuse_rewrite();
ALTER TABLE incentives.hold ENABLE ALWAYS TRIGGER keep_hold;
ALTER TABLE incentives.hold ENABLE ALWAYS TRIGGER keep_lifted;
ALTER TABLE incentives.hold ENABLE ALWAYS TRIGGER keep_hold_rows;
ALTER TABLE incentives.hold ENABLE ALWAYS TRIGGER keep_hold_table;
REVOKE DELETE, TRUNCATE ON incentives.hold FROM mosty_app;
