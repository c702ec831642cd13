SET lock_timeout = '5s';

-- Who answers for a credit to a client as a whole: asked of each of them, and the unique index of leaders does not help
-- whoever asks the view.
CREATE INDEX participant_by_refund ON attribution.participant (workspace_id, refund_id)
  WHERE withdrawn_at IS NULL AND refund_id IS NOT NULL;
