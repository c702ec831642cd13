SET lock_timeout = '5s';

-- A prospect turned out to be a client we know. Its row stays: what was written of it before points here, and it may
-- turn out to be another one after all.
ALTER TABLE directory.client ADD COLUMN merged_into_id kernel.id;
ALTER TABLE directory.client ADD CONSTRAINT client_merged_into
  FOREIGN KEY (workspace_id, merged_into_id) REFERENCES directory.client;
ALTER TABLE directory.client ADD CONSTRAINT client_not_merged_into_itself CHECK (merged_into_id <> id);
CREATE INDEX client_by_merged ON directory.client (workspace_id, merged_into_id) WHERE merged_into_id IS NOT NULL;

-- What went where, so that it can be brought back.
CREATE TABLE directory.client_merge (
  workspace_id uuid        NOT NULL,
  client_id    kernel.id   NOT NULL,
  step         int         NOT NULL CHECK (step > 0),
  into_id      kernel.id   NOT NULL,
  merged_at    timestamptz NOT NULL,
  merged_by    text        NOT NULL,
  -- fields that the other client lacked and took over; of the contacts themselves nothing
  filled       text[]      NOT NULL,
  -- by module: its own ids of what was moved
  moved        jsonb       NOT NULL,
  undone_at    timestamptz,
  PRIMARY KEY (workspace_id, client_id, step),
  FOREIGN KEY (workspace_id, client_id) REFERENCES directory.client,
  FOREIGN KEY (workspace_id, into_id) REFERENCES directory.client
);
SELECT kernel.protect('directory.client_merge');
