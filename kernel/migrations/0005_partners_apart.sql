SET lock_timeout = '5s';

-- People of a partner act, and so add to the journal and to the events; what stands there about others is not theirs
-- to read. Neither is what others were answered: of the stored answers they see those given to their partner.
DROP POLICY tenant ON kernel.audit;
CREATE POLICY tenant ON kernel.audit
  USING (workspace_id = (SELECT kernel.workspace()) AND (SELECT kernel.partner()) IS NULL)
  WITH CHECK (workspace_id = (SELECT kernel.workspace()));

DROP POLICY tenant ON kernel.event;
CREATE POLICY tenant ON kernel.event
  USING (workspace_id = (SELECT kernel.workspace()) AND (SELECT kernel.partner()) IS NULL)
  WITH CHECK (workspace_id = (SELECT kernel.workspace()));

ALTER TABLE kernel.idempotency ADD COLUMN partner_id text DEFAULT kernel.partner();
DROP POLICY tenant ON kernel.idempotency;
CREATE POLICY tenant ON kernel.idempotency
  USING (workspace_id = (SELECT kernel.workspace())
    AND ((SELECT kernel.partner()) IS NULL OR partner_id = (SELECT kernel.partner())))
  WITH CHECK (workspace_id = (SELECT kernel.workspace())
    AND ((SELECT kernel.partner()) IS NULL OR partner_id = (SELECT kernel.partner())));
