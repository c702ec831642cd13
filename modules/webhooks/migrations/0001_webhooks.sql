SET lock_timeout = '5s';
CREATE SCHEMA webhooks;
GRANT USAGE ON SCHEMA webhooks TO mosty_app;

-- An address of the company that is told of events.
CREATE TABLE webhooks.endpoint (
  workspace_id     uuid        NOT NULL,
  id               kernel.id   NOT NULL,
  url              text        NOT NULL CHECK (length(url) BETWEEN 8 AND 2000),
  description      text        NOT NULL CHECK (length(description) <= 300),
  -- names of public events
  events           text[]      NOT NULL CHECK (cardinality(events) > 0),
  -- sealed: they sign, so a hash would not do
  secret           text        NOT NULL,
  -- signs beside the new one until the moment, so that a receiver changes its secret without losing anything
  old_secret       text,
  old_secret_until timestamptz,
  state            text        NOT NULL CHECK (state IN ('on', 'off')),
  -- person; failing: days without one success; gone: the receiver answered 410
  off_because      text        CHECK (off_because IN ('person', 'failing', 'gone')),
  -- the first failure after the last success
  failing_since    timestamptz,
  last_success_at  timestamptz,
  created_at       timestamptz NOT NULL,
  created_by       text        NOT NULL,
  removed_at       timestamptz,
  PRIMARY KEY (workspace_id, id),
  CHECK ((state = 'off') = (off_because IS NOT NULL)),
  CHECK ((old_secret IS NULL) = (old_secret_until IS NULL))
);
SELECT kernel.protect('webhooks.endpoint');
CREATE POLICY looks_across ON webhooks.endpoint FOR SELECT TO CURRENT_USER USING (true);

-- A partner's own address: called once for each of its leads, sales or approved accruals.
CREATE TABLE webhooks.postback (
  workspace_id    uuid        NOT NULL,
  id              kernel.id   NOT NULL,
  partner_id      kernel.id   NOT NULL,
  about           text        NOT NULL CHECK (about IN ('lead', 'sale', 'approval')),
  -- with {click_id}, {sale_id}, {amount} …
  url             text        NOT NULL CHECK (length(url) BETWEEN 8 AND 2000),
  state           text        NOT NULL CHECK (state IN ('on', 'off')),
  off_because     text        CHECK (off_because IN ('person', 'failing', 'gone')),
  failing_since   timestamptz,
  last_success_at timestamptz,
  created_at      timestamptz NOT NULL,
  created_by      text        NOT NULL,
  removed_at      timestamptz,
  PRIMARY KEY (workspace_id, id),
  FOREIGN KEY (workspace_id, partner_id) REFERENCES directory.partner (workspace_id, id),
  CHECK ((state = 'off') = (off_because IS NOT NULL))
);
SELECT kernel.protect('webhooks.postback', 'partner_id');
CREATE POLICY looks_across ON webhooks.postback FOR SELECT TO CURRENT_USER USING (true);

-- One event on its way to one address. event_id is what the receiver knows it by, the same at each attempt.
CREATE TABLE webhooks.delivery (
  workspace_id    uuid        NOT NULL,
  id              kernel.id   NOT NULL,
  -- an endpoint, or a postback (then with its partner)
  target_id       kernel.id   NOT NULL,
  partner_id      kernel.id,
  event_id        kernel.id   NOT NULL,
  -- where the event stands in kernel.event; NULL for a test
  event_seq       bigint,
  type            text        NOT NULL,
  occurred_at     timestamptz NOT NULL,
  -- which sale, lead or accrual of the event: a postback tells of one
  item            text        NOT NULL DEFAULT '',
  -- what fills a postback's address
  fill            jsonb,
  state           text        NOT NULL CHECK (state IN ('waiting', 'delivered', 'failed')),
  attempts        int         NOT NULL DEFAULT 0,
  -- attempts of the present series: a replay begins a new one
  tries           int         NOT NULL DEFAULT 0,
  -- while an attempt is under way: when another worker may take it over
  next_attempt_at timestamptz NOT NULL,
  created_at      timestamptz NOT NULL,
  ended_at        timestamptz,
  last_status     int,
  last_error      text,
  PRIMARY KEY (workspace_id, id)
);
CREATE UNIQUE INDEX delivery_once ON webhooks.delivery (workspace_id, target_id, event_id, item);
CREATE INDEX delivery_due ON webhooks.delivery (workspace_id, target_id, next_attempt_at) WHERE state = 'waiting';
CREATE INDEX delivery_by_time ON webhooks.delivery (workspace_id, target_id, created_at DESC, id DESC);
SELECT kernel.protect('webhooks.delivery', 'partner_id');
CREATE POLICY looks_across ON webhooks.delivery FOR SELECT TO CURRENT_USER USING (true);

CREATE TABLE webhooks.attempt (
  workspace_id uuid        NOT NULL,
  delivery_id  kernel.id   NOT NULL,
  number       int         NOT NULL,
  partner_id   kernel.id,
  at           timestamptz NOT NULL,
  -- NULL where nothing answered
  status       int,
  duration_ms  int         NOT NULL,
  -- why it is no success, as a code of domain/outcome.ts
  error        text,
  -- the first 2 kB of what was answered
  answer       text,
  PRIMARY KEY (workspace_id, delivery_id, number),
  FOREIGN KEY (workspace_id, delivery_id) REFERENCES webhooks.delivery (workspace_id, id) ON DELETE CASCADE
);
SELECT kernel.protect('webhooks.attempt', 'partner_id');

-- Which click stands behind a sale, or behind a client's first touch with a partner: a postback names it.
-- Kept from what events told, for this module reads no sales.
CREATE TABLE webhooks.click_behind (
  workspace_id uuid        NOT NULL,
  -- a sale or a client
  subject_id   kernel.id   NOT NULL,
  partner_id   text        COLLATE "C" NOT NULL DEFAULT '',
  click_id     text        NOT NULL,
  PRIMARY KEY (workspace_id, subject_id, partner_id)
);
SELECT kernel.protect('webhooks.click_behind');

-- The look across workspaces the sender needs, ids only: what is due at addresses that are on, a few of each, so that
-- ten thousand letters to a dead address stand in nobody's way.
CREATE FUNCTION webhooks.deliveries_due(at timestamptz, of_each int, up_to int, full_targets text[], full_workspaces uuid[])
RETURNS TABLE (workspace_id uuid, id text, target_id text)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = '' AS $$
  SELECT t.workspace_id, d.id, t.id
  FROM (
    SELECT e.workspace_id, e.id FROM webhooks.endpoint e WHERE e.state = 'on' AND e.removed_at IS NULL
    UNION ALL
    SELECT p.workspace_id, p.id FROM webhooks.postback p WHERE p.state = 'on' AND p.removed_at IS NULL
  ) t
  CROSS JOIN LATERAL (
    SELECT w.id, w.next_attempt_at FROM webhooks.delivery w
    WHERE w.workspace_id = t.workspace_id AND w.target_id = t.id AND w.state = 'waiting' AND w.next_attempt_at <= at
    ORDER BY w.next_attempt_at, w.id LIMIT of_each
  ) d
  WHERE NOT t.id::text = ANY (full_targets) AND NOT t.workspace_id = ANY (full_workspaces)
  ORDER BY d.next_attempt_at LIMIT up_to
$$;
REVOKE ALL ON FUNCTION webhooks.deliveries_due(timestamptz, int, int, text[], uuid[]) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION webhooks.deliveries_due(timestamptz, int, int, text[], uuid[]) TO mosty_app;
