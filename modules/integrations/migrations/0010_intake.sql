SET lock_timeout = '5s';

-- A payment provider, or a program of the company's own, that tells of payments and refunds.
CREATE TABLE integrations.intake_source (
  workspace_id    uuid        NOT NULL,
  id              kernel.id   NOT NULL,
  provider        text        NOT NULL CHECK (provider IN ('stripe', 'yookassa', 'cloudpayments', 'signed')),
  name            text        NOT NULL CHECK (length(name) BETWEEN 1 AND 200),
  -- sealed: checks the signature, or is the last part of the address (YooKassa signs nothing)
  secret          text,
  -- sealed {shopId, secretKey}: with them a payment is asked for again at the provider
  credentials     text,
  -- without credentials: whether an amount nobody confirmed is taken all the same
  trusts_unread   boolean     NOT NULL DEFAULT false,
  -- only from the provider's own addresses
  checks_address  boolean     NOT NULL DEFAULT true,
  takes_test      boolean     NOT NULL DEFAULT false,
  state           text        NOT NULL CHECK (state IN ('on', 'off')),
  -- calls that were not the provider's: counted, never kept
  refused         int         NOT NULL DEFAULT 0,
  refused_at      timestamptz,
  refused_because text,
  created_at      timestamptz NOT NULL,
  created_by      text        NOT NULL,
  PRIMARY KEY (workspace_id, id)
);
SELECT kernel.protect('integrations.intake_source');
CREATE POLICY looks_across ON integrations.intake_source FOR SELECT TO CURRENT_USER USING (true);

-- What a provider told, once for each of its messages.
CREATE TABLE integrations.intake_event (
  workspace_id uuid        NOT NULL,
  id           kernel.id   NOT NULL,
  source_id    kernel.id   NOT NULL,
  -- the provider's own id of the message, or of the object and what became of it
  message_id   text        NOT NULL,
  type         text        NOT NULL,
  -- recorded; known: told before; waiting: a refund without its sale; ignored: nothing was paid or returned;
  -- held: a person must look
  outcome      text        NOT NULL CHECK (outcome IN ('recorded', 'known', 'waiting', 'ignored', 'held')),
  because      text,
  what         text        CHECK (what IN ('sale', 'refund')),
  external_id  text,
  amount_minor bigint,
  currency     text,
  received_at  timestamptz NOT NULL,
  body_sha256  text        NOT NULL,
  -- sealed, for 30 days: afterwards the hash still proves what was told
  body         text,
  PRIMARY KEY (workspace_id, id),
  FOREIGN KEY (workspace_id, source_id) REFERENCES integrations.intake_source (workspace_id, id)
);
CREATE UNIQUE INDEX intake_event_once ON integrations.intake_event (workspace_id, source_id, message_id);
CREATE INDEX intake_event_by_time ON integrations.intake_event (workspace_id, source_id, received_at DESC, id DESC);
CREATE INDEX intake_event_to_forget ON integrations.intake_event (workspace_id, received_at) WHERE body IS NOT NULL;
SELECT kernel.protect('integrations.intake_event');

-- The caller has no session: the address alone says whose payment it is.
CREATE FUNCTION integrations.workspace_of_intake(source text) RETURNS uuid
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = '' AS
$$ SELECT s.workspace_id FROM integrations.intake_source s WHERE s.id = source $$;
REVOKE ALL ON FUNCTION integrations.workspace_of_intake(text) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION integrations.workspace_of_intake(text) TO mosty_app;
