SET lock_timeout = '5s';

-- Letters of the program. Written in the transaction that causes them, delivered after its commit.
CREATE TABLE identity.outbox_message (
  workspace_id    uuid        NOT NULL REFERENCES identity.workspace,
  id              kernel.id   NOT NULL,
  kind            text        NOT NULL,
  to_email        text        NOT NULL,
  subject         text        NOT NULL,
  -- erased once a letter with a one-time link has been delivered or its link has expired
  body            text,
  -- it carries a one-time link
  is_secret       boolean     NOT NULL,
  -- the link would let the reader in as somebody above a head
  for_owner_only  boolean     NOT NULL,
  -- queued: to be delivered; sent; failed: given up; kept: no mail server, to be read on the page
  state           text        NOT NULL CHECK (state IN ('queued', 'sent', 'failed', 'kept')),
  attempts        int         NOT NULL DEFAULT 0,
  next_attempt_at timestamptz NOT NULL,
  last_error      text,
  created_at      timestamptz NOT NULL,
  sent_at         timestamptz,
  expires_at      timestamptz,
  PRIMARY KEY (workspace_id, id)
);
CREATE INDEX outbox_message_due ON identity.outbox_message (next_attempt_at) WHERE state = 'queued';
CREATE INDEX outbox_message_to_erase ON identity.outbox_message (expires_at) WHERE is_secret AND body IS NOT NULL;
SELECT kernel.protect('identity.outbox_message');
CREATE POLICY looks_across ON identity.outbox_message FOR SELECT TO CURRENT_USER USING (true);

-- Work for the sender across all workspaces: ids only.
CREATE FUNCTION identity.messages_due(at timestamptz, up_to int) RETURNS TABLE (workspace_id uuid, id text)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = '' AS
$$ SELECT m.workspace_id, m.id FROM identity.outbox_message m
   WHERE m.state = 'queued' AND m.next_attempt_at <= at ORDER BY m.next_attempt_at LIMIT up_to $$;
REVOKE ALL ON FUNCTION identity.messages_due(timestamptz, int) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION identity.messages_due(timestamptz, int) TO mosty_app;

CREATE FUNCTION identity.messages_to_erase(at timestamptz) RETURNS TABLE (workspace_id uuid)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = '' AS
$$ SELECT DISTINCT m.workspace_id FROM identity.outbox_message m
   WHERE m.is_secret AND m.body IS NOT NULL AND m.expires_at <= at $$;
REVOKE ALL ON FUNCTION identity.messages_to_erase(timestamptz) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION identity.messages_to_erase(timestamptz) TO mosty_app;
