SET lock_timeout = '5s';

-- Somebody like one on the stop list came in by a door that holds nobody: a partner written down, a deal handed over, a
-- person invited (S0.72). It is told and waits for a word; nothing is blocked by it, and no money that was earned.
CREATE TABLE recruiting.stop_meeting (
  workspace_id uuid        NOT NULL,
  id           kernel.id   NOT NULL,
  entry_id     kernel.id   NOT NULL,
  met_in       text        NOT NULL CHECK (met_in IN ('partner', 'deal', 'invitation')),
  -- the partner, the deal or the invitation
  subject_id   kernel.id   NOT NULL,
  -- whose partner it is, where it is anybody's
  partner_id   kernel.id,
  -- as they were called there: a firm or a person; NULL: forgotten
  who          text        CHECK (length(who) BETWEEN 1 AND 300),
  -- what was the same
  met_by       text[]      NOT NULL CHECK (cardinality(met_by) > 0),
  -- more than a name was
  sure         boolean     NOT NULL,
  met_at       timestamptz NOT NULL,
  decision     text        CHECK (decision IN ('same', 'other')),
  decided_at   timestamptz,
  decided_by   text,
  note         text        CHECK (length(note) BETWEEN 1 AND 2000),
  PRIMARY KEY (workspace_id, id),
  FOREIGN KEY (workspace_id, entry_id) REFERENCES recruiting.stop_entry,
  FOREIGN KEY (workspace_id, partner_id) REFERENCES directory.partner,
  CHECK (num_nulls(decision, decided_at, decided_by) IN (0, 3)),
  CHECK (decision IS NOT NULL OR note IS NULL),
  CHECK (decision IS DISTINCT FROM 'other' OR note IS NOT NULL)
);
-- Whoever was met by name is met again when it is them for sure.
CREATE UNIQUE INDEX stop_meeting_once ON recruiting.stop_meeting (workspace_id, entry_id, subject_id, sure);
CREATE INDEX stop_meeting_by_time ON recruiting.stop_meeting (workspace_id, met_at DESC, id DESC);
CREATE INDEX stop_meeting_by_partner ON recruiting.stop_meeting (workspace_id, partner_id) WHERE partner_id IS NOT NULL;
SELECT kernel.protect('recruiting.stop_meeting');
REVOKE DELETE, TRUNCATE ON recruiting.stop_meeting FROM mosty_app;
-- What was decided stays decided; only the name may be forgotten.
CREATE TRIGGER keep_stop_meeting BEFORE UPDATE OF workspace_id, id, entry_id, met_in, subject_id, partner_id, met_by, sure,
  met_at   ON recruiting.stop_meeting FOR EACH ROW EXECUTE FUNCTION kernel.refuse_rewrite();
ALTER TABLE recruiting.stop_meeting ENABLE ALWAYS TRIGGER keep_stop_meeting;
CREATE TRIGGER keep_stop_decision BEFORE UPDATE OF decision, decided_at, decided_by, note
  ON recruiting.stop_meeting FOR EACH ROW WHEN (OLD.decision IS NOT NULL) EXECUTE FUNCTION kernel.refuse_rewrite();
ALTER TABLE recruiting.stop_meeting ENABLE ALWAYS TRIGGER keep_stop_decision;
