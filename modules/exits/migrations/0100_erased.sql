SET lock_timeout = '5s';

-- The day until which the partner's people were known has passed, and they were forgotten: when, and how many.
ALTER TABLE exits.exit ADD COLUMN erased_at timestamptz;
ALTER TABLE exits.exit ADD COLUMN erased_people int CHECK (erased_people >= 0);
ALTER TABLE exits.exit ADD CONSTRAINT erased_when_due
  CHECK ((erased_at IS NULL) = (erased_people IS NULL) AND (erased_at IS NULL OR (retention_on IS NOT NULL AND closed_at IS NOT NULL)));
CREATE INDEX exit_to_erase ON exits.exit (workspace_id, retention_on) WHERE erased_at IS NULL AND retention_on IS NOT NULL;
