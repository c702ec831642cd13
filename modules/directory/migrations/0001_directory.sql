SET lock_timeout = '5s';
CREATE SCHEMA directory;
GRANT USAGE ON SCHEMA directory TO mosty_app;

-- A firm or person we may work with. Whether it is a partner or only a contact follows from its agreements (S2.19).
CREATE TABLE directory.partner (
  workspace_id    uuid        NOT NULL,
  id              kernel.id   NOT NULL,
  name            text        NOT NULL CHECK (length(name) BETWEEN 1 AND 300),
  -- letter case is kept and matters: it is another program's key
  external_id     text        COLLATE "C",
  -- «кто он и зачем мы вместе», one line
  purpose         text,
  track           text        NOT NULL DEFAULT 'scaled' CHECK (track IN ('high_touch', 'scaled')),
  owner_member_id kernel.id,
  introduced_by_partner_id kernel.id,
  email           text,
  phone           text,
  tax_number      text        COLLATE "C",
  country         text,
  site            text,
  city            text,
  note            text,
  -- what search looks through: folded words, made by `domain/fold.ts`
  search_text     text        COLLATE "C" NOT NULL,
  -- the name in the letters names are compared and ordered by: «Ёлка» and елка are one
  name_key        text        COLLATE "C" NOT NULL,
  created_at      timestamptz NOT NULL,
  archived_at     timestamptz,
  PRIMARY KEY (workspace_id, id),
  CONSTRAINT partner_owner_is_member FOREIGN KEY (workspace_id, owner_member_id) REFERENCES identity.member,
  CONSTRAINT partner_introducer FOREIGN KEY (workspace_id, introduced_by_partner_id) REFERENCES directory.partner,
  CONSTRAINT partner_not_own_introducer CHECK (introduced_by_partner_id <> id)
);
CREATE UNIQUE INDEX partner_by_external ON directory.partner (workspace_id, external_id) WHERE external_id IS NOT NULL;
CREATE INDEX partner_by_name ON directory.partner (workspace_id, name_key, id);
CREATE INDEX partner_by_time ON directory.partner (workspace_id, created_at, id);
CREATE INDEX partner_by_tax_number ON directory.partner (workspace_id, tax_number) WHERE tax_number IS NOT NULL;
CREATE INDEX partner_by_introducer ON directory.partner (workspace_id, introduced_by_partner_id) WHERE introduced_by_partner_id IS NOT NULL;
SELECT kernel.protect('directory.partner', partner_column => 'id');

-- «Лица»: the people of both sides (S0.62). Ours point to a member, theirs are written down.
CREATE TABLE directory.face (
  workspace_id uuid        NOT NULL,
  id           kernel.id   NOT NULL,
  partner_id   kernel.id   NOT NULL,
  side         text        NOT NULL CHECK (side IN ('ours', 'theirs')),
  member_id    kernel.id,
  name         text        NOT NULL CHECK (length(name) BETWEEN 1 AND 200),
  title        text,
  email        text,
  phone        text,
  channel      text,
  reply_hours  int         CHECK (reply_hours > 0),
  is_main      boolean     NOT NULL DEFAULT false,
  absent_until date,
  created_at   timestamptz NOT NULL,
  left_at      timestamptz,
  PRIMARY KEY (workspace_id, id),
  FOREIGN KEY (workspace_id, partner_id) REFERENCES directory.partner,
  CONSTRAINT face_is_member FOREIGN KEY (workspace_id, member_id) REFERENCES identity.member,
  CHECK (member_id IS NULL OR side = 'ours')
);
CREATE INDEX face_by_partner ON directory.face (workspace_id, partner_id);
-- One main person of each side.
CREATE UNIQUE INDEX face_main ON directory.face (workspace_id, partner_id, side) WHERE is_main AND left_at IS NULL;
SELECT kernel.protect('directory.face', partner_column => 'partner_id');

CREATE TABLE directory.client (
  workspace_id       uuid        NOT NULL,
  id                 kernel.id   NOT NULL,
  external_id        text        COLLATE "C",
  name               text        NOT NULL CHECK (length(name) BETWEEN 1 AND 300),
  email              text,
  phone              text,
  tax_number         text        COLLATE "C",
  country            text,
  segment            text,
  search_text        text        COLLATE "C" NOT NULL,
  name_key           text        COLLATE "C" NOT NULL,
  -- who keeps the client now: the partner credited when a sale names nobody. Since NULL: from the beginning.
  keeper_partner_id  kernel.id,
  keeper_since       timestamptz,
  keeper_reason      text,
  created_at         timestamptz NOT NULL,
  -- effective time of the earliest paid order; kept by deals (S2.9)
  first_paid_at      timestamptz,
  -- S2.7: the client got a result, is satisfied and agreed to speak of us
  result_confirmed_at timestamptz,
  result_evidence    text,
  satisfied          boolean,
  consent_at         timestamptz,
  PRIMARY KEY (workspace_id, id),
  FOREIGN KEY (workspace_id, keeper_partner_id) REFERENCES directory.partner,
  CHECK (result_confirmed_at IS NULL OR result_evidence IS NOT NULL)
  -- room on the page and no index over first_paid_at: the first sale of a client then rewrites no index
) WITH (fillfactor = 80);
CREATE UNIQUE INDEX client_by_external ON directory.client (workspace_id, external_id) WHERE external_id IS NOT NULL;
CREATE INDEX client_by_name ON directory.client (workspace_id, name_key, id);
CREATE INDEX client_by_time ON directory.client (workspace_id, created_at, id);
CREATE INDEX client_by_keeper ON directory.client (workspace_id, keeper_partner_id) WHERE keeper_partner_id IS NOT NULL;
CREATE INDEX client_by_tax_number ON directory.client (workspace_id, tax_number) WHERE tax_number IS NOT NULL;
CREATE INDEX client_by_email ON directory.client (workspace_id, email) WHERE email IS NOT NULL;
SELECT kernel.protect('directory.client', partner_column => 'keeper_partner_id');

-- Who kept a client from when on, and why: a sale that is learned of late belongs to the keeper of its day.
CREATE TABLE directory.keeping (
  workspace_id uuid        NOT NULL,
  client_id    kernel.id   NOT NULL,
  -- the order in which it was said: what is said later overrides everything from its `since` on
  step         int         NOT NULL CHECK (step > 0),
  -- -infinity: from the beginning
  since        timestamptz NOT NULL,
  recorded_at  timestamptz NOT NULL,
  partner_id   kernel.id,
  reason       text        NOT NULL,
  by_actor     text        NOT NULL,
  PRIMARY KEY (workspace_id, client_id, step),
  -- partner_id is the client's keeper of that moment, and its key is checked there
  FOREIGN KEY (workspace_id, client_id) REFERENCES directory.client
);
SELECT kernel.protect('directory.keeping');
SELECT kernel.append_only('directory.keeping');

-- Where a partner's money goes. A version never changes; the newest one counts. Country packs read `fields` and `bank`.
CREATE TABLE directory.requisites (
  workspace_id uuid        NOT NULL,
  id           kernel.id   NOT NULL,
  partner_id   kernel.id   NOT NULL,
  version      int         NOT NULL CHECK (version > 0),
  country      text        NOT NULL,
  legal_form   text        NOT NULL,
  legal_name   text        NOT NULL CHECK (length(legal_name) BETWEEN 1 AND 300),
  tax_number   text        COLLATE "C",
  fields       jsonb       NOT NULL DEFAULT '{}',
  bank         jsonb       NOT NULL DEFAULT '{}',
  -- no payout before this moment when the account changed
  frozen_until timestamptz,
  created_at   timestamptz NOT NULL,
  created_by   text        NOT NULL,
  PRIMARY KEY (workspace_id, id),
  UNIQUE (workspace_id, partner_id, version),
  UNIQUE (workspace_id, id, created_by),
  FOREIGN KEY (workspace_id, partner_id) REFERENCES directory.partner
);
SELECT kernel.protect('directory.requisites', partner_column => 'partner_id');
SELECT kernel.append_only('directory.requisites');

-- Finance looked at a version and said yes or no. Whoever wrote it cannot be the one who verifies it.
CREATE TABLE directory.requisites_verdict (
  workspace_id  uuid        NOT NULL,
  requisites_id kernel.id   NOT NULL,
  partner_id    kernel.id   NOT NULL,
  verdict       text        NOT NULL CHECK (verdict IN ('verified', 'rejected')),
  note          text,
  written_by    text        NOT NULL,
  decided_by    text        NOT NULL,
  decided_at    timestamptz NOT NULL,
  PRIMARY KEY (workspace_id, requisites_id),
  FOREIGN KEY (workspace_id, requisites_id, written_by) REFERENCES directory.requisites (workspace_id, id, created_by),
  CONSTRAINT requisites_two_people CHECK (decided_by <> written_by),
  CHECK (verdict = 'verified' OR note IS NOT NULL)
);
SELECT kernel.protect('directory.requisites_verdict', partner_column => 'partner_id');
SELECT kernel.append_only('directory.requisites_verdict');

CREATE VIEW directory.v_client WITH (security_invoker = true) AS
SELECT workspace_id, id, external_id, name, segment, country, keeper_partner_id, keeper_since, first_paid_at,
       result_confirmed_at, satisfied, consent_at, created_at
FROM directory.client;
CREATE VIEW directory.v_partner WITH (security_invoker = true) AS
SELECT workspace_id, id, external_id, name, name_key, purpose, track, owner_member_id, introduced_by_partner_id, city,
       search_text, created_at, archived_at
FROM directory.partner;
-- Half-open: kept by `partner_id` (NULL: by nobody) from `since` until `until`.
CREATE VIEW directory.v_keeping WITH (security_invoker = true) AS
SELECT k.workspace_id, k.client_id, k.partner_id, k.since, lead(k.since) OVER next AS until
FROM directory.keeping k
WHERE NOT EXISTS (SELECT FROM directory.keeping later
  WHERE later.workspace_id = k.workspace_id AND later.client_id = k.client_id AND later.step > k.step AND later.since <= k.since)
WINDOW next AS (PARTITION BY k.workspace_id, k.client_id ORDER BY k.since);
GRANT SELECT ON directory.v_client, directory.v_partner, directory.v_keeping TO mosty_app;
