SET lock_timeout = '5s';

-- What a partner earned beyond what its stage allows waits until it is trusted: one hold a partner stands for all of it.
ALTER TABLE incentives.hold ADD COLUMN of_limit boolean NOT NULL DEFAULT false;
CREATE UNIQUE INDEX hold_of_limit ON incentives.hold (workspace_id, partner_id) WHERE of_limit AND lifted_at IS NULL;
CREATE TRIGGER keep_hold_kind BEFORE UPDATE OF of_limit ON incentives.hold FOR EACH ROW EXECUTE FUNCTION kernel.refuse_rewrite();
ALTER TABLE incentives.hold ENABLE ALWAYS TRIGGER keep_hold_kind;
