SET lock_timeout = '5s';

-- Whose browser it was. A client may have several, and a browser may have been several clients'.
CREATE TABLE tracking.visitor_client (
  workspace_id uuid        NOT NULL,
  client_id    kernel.id   NOT NULL,
  visitor_id   text        COLLATE "C" NOT NULL CHECK (length(visitor_id) BETWEEN 1 AND 64),
  bound_at     timestamptz NOT NULL,
  -- the click that told, where one did
  click_id     text        COLLATE "C",
  PRIMARY KEY (workspace_id, client_id, visitor_id)
);
CREATE INDEX visitor_client_by_visitor ON tracking.visitor_client (workspace_id, visitor_id);
SELECT kernel.protect('tracking.visitor_client');

-- A client named by a click that is not in the tables yet: it waits on disk, or is told of later. Gone once it is known.
CREATE TABLE tracking.awaited_click (
  workspace_id uuid        NOT NULL,
  click_id     text        COLLATE "C" NOT NULL CHECK (length(click_id) BETWEEN 1 AND 64),
  client_id    kernel.id   NOT NULL,
  bound_at     timestamptz NOT NULL,
  PRIMARY KEY (workspace_id, click_id, client_id)
);
SELECT kernel.protect('tracking.awaited_click');

-- A client did something that is not a purchase: signed up, asked for a demonstration. Once per client and event.
CREATE TABLE tracking.lead (
  workspace_id uuid        NOT NULL,
  id           kernel.id   NOT NULL,
  client_id    kernel.id   NOT NULL,
  event_name   text        NOT NULL CHECK (length(event_name) BETWEEN 1 AND 100),
  occurred_at  timestamptz NOT NULL,
  recorded_at  timestamptz NOT NULL,
  click_id     text        COLLATE "C",
  visitor_id   text        COLLATE "C",
  code_id      kernel.id,
  link_id      kernel.id,
  -- NULL: nobody's link or code led to it, or its click is still awaited
  partner_id   kernel.id,
  agreement_id kernel.id,
  source       text        NOT NULL,
  external_id  text        COLLATE "C",
  PRIMARY KEY (workspace_id, id),
  CHECK ((partner_id IS NULL) = (agreement_id IS NULL)),
  FOREIGN KEY (workspace_id, client_id) REFERENCES directory.client
);
CREATE UNIQUE INDEX lead_once ON tracking.lead (workspace_id, client_id, event_name);
CREATE INDEX lead_by_click ON tracking.lead (workspace_id, click_id) WHERE click_id IS NOT NULL AND agreement_id IS NULL;
CREATE INDEX lead_by_partner ON tracking.lead (workspace_id, partner_id, occurred_at) WHERE partner_id IS NOT NULL;
CREATE INDEX lead_by_link ON tracking.lead (workspace_id, link_id) WHERE link_id IS NOT NULL;
CREATE INDEX lead_by_code ON tracking.lead (workspace_id, code_id) WHERE code_id IS NOT NULL;
SELECT kernel.protect('tracking.lead', partner_column => 'partner_id');

-- What a program told by `/track`, by its business key, for ever: the same words again are the same fact, other words
-- are a mistake that somebody has to look at. Of the body only a digest is kept: it holds names and addresses.
CREATE TABLE tracking.told (
  workspace_id uuid        NOT NULL,
  kind         text        NOT NULL CHECK (kind IN ('click', 'lead', 'sale', 'refund')),
  key          text        COLLATE "C" NOT NULL,
  digest       text        COLLATE "C" NOT NULL,
  -- the program's own words beside the fact, given back as they came
  metadata     jsonb,
  told_at      timestamptz NOT NULL,
  PRIMARY KEY (workspace_id, kind, key)
);
SELECT kernel.protect('tracking.told');
SELECT kernel.append_only('tracking.told');
