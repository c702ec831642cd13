SET lock_timeout = '5s';

-- What was approved stays in a restore and in a replica too, as what was earned does: these triggers are not silenced
-- by session_replication_role.
ALTER TABLE payouts.payout_batch ENABLE ALWAYS TRIGGER keep_batch;
ALTER TABLE payouts.payout_batch ENABLE ALWAYS TRIGGER keep_finished;
ALTER TABLE payouts.payout ENABLE ALWAYS TRIGGER keep_payout;
ALTER TABLE payouts.payout ENABLE ALWAYS TRIGGER keep_ended;

-- How the company pays, the account it pays from and the sum above which a third person looks are its own business.
DROP POLICY tenant ON payouts.policy;
CREATE POLICY tenant ON payouts.policy
  USING (workspace_id = (SELECT kernel.workspace()) AND (SELECT kernel.partner()) IS NULL)
  WITH CHECK (workspace_id = (SELECT kernel.workspace()) AND (SELECT kernel.partner()) IS NULL);
