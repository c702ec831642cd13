SET lock_timeout = '5s';

-- A sale that was played to see the way from a click to the ledger. Everything in it is real and is taken back later.
CREATE TABLE integrations.play (
  workspace_id uuid        NOT NULL,
  sale_id      kernel.id   NOT NULL,
  client_id    kernel.id   NOT NULL,
  link_id      kernel.id   NOT NULL,
  partner_id   kernel.id   NOT NULL,
  agreement_id kernel.id   NOT NULL,
  -- {link, trial: {schemeId, assignmentId, host} | null}: what was made for the play and goes with it
  made         jsonb       NOT NULL,
  played_at    timestamptz NOT NULL,
  played_by    text        NOT NULL,
  undone_at    timestamptz,
  PRIMARY KEY (workspace_id, sale_id)
);
-- One at a time: what is on the screen is what stands in the books.
CREATE UNIQUE INDEX play_stands ON integrations.play (workspace_id) WHERE undone_at IS NULL;
SELECT kernel.protect('integrations.play');
