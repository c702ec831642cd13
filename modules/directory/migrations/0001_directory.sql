SET lock_timeout = '5s';
CREATE SCHEMA directory;
GRANT USAGE ON SCHEMA directory TO mosty_app;

-- A firm or person we may work with. Whether it is a partner or only a contact follows from its agreements (S2.19).
CREATE TABLE directory.partner (
  workspace_id    uuid        NOT NULL,
  id              kernel.id   NOT NULL,
  name            text        NOT NULL CHECK (length(name) BETWEEN 1 AND 300),
  external_id     text,
  -- «кто он и зачем мы вместе», one line
  purpose         text,
  track           text        NOT NULL DEFAULT 'scaled' CHECK (track IN ('high_touch', 'scaled')),
  owner_member_id kernel.id,
  introduced_by_partner_id kernel.id,
  site            text,
  city            text,
  note            text,
  created_at      timestamptz NOT NULL,
  archived_at     timestamptz,
  PRIMARY KEY (workspace_id, id)
);
CREATE UNIQUE INDEX partner_by_external ON directory.partner (workspace_id, external_id) WHERE external_id IS NOT NULL;
SELECT kernel.protect('directory.partner', partner_column => 'id');

-- «Лица»: the people of both sides (S0.62). Ours point to a member, theirs are written down.
CREATE TABLE directory.face (
  workspace_id uuid        NOT NULL,
  id           kernel.id   NOT NULL,
  partner_id   kernel.id   NOT NULL,
  side         text        NOT NULL CHECK (side IN ('ours', 'theirs')),
  member_id    kernel.id,
  name         text        NOT NULL,
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
  FOREIGN KEY (workspace_id, partner_id) REFERENCES directory.partner
);
CREATE INDEX face_by_partner ON directory.face (workspace_id, partner_id);
SELECT kernel.protect('directory.face', partner_column => 'partner_id');

CREATE TABLE directory.client (
  workspace_id       uuid        NOT NULL,
  id                 kernel.id   NOT NULL,
  external_id        text,
  name               text        NOT NULL,
  email              text,
  phone              text,
  tax_number         text,
  country            text,
  segment            text,
  -- who keeps the client: the partner credited when a sale names nobody
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
  FOREIGN KEY (workspace_id, keeper_partner_id) REFERENCES directory.partner
);
CREATE UNIQUE INDEX client_by_external ON directory.client (workspace_id, external_id) WHERE external_id IS NOT NULL;
CREATE INDEX client_by_keeper ON directory.client (workspace_id, keeper_partner_id) WHERE keeper_partner_id IS NOT NULL;
SELECT kernel.protect('directory.client', partner_column => 'keeper_partner_id');

CREATE VIEW directory.v_client WITH (security_invoker = true) AS
SELECT workspace_id, id, external_id, name, segment, country, keeper_partner_id, keeper_since, first_paid_at, result_confirmed_at, created_at
FROM directory.client;
CREATE VIEW directory.v_partner WITH (security_invoker = true) AS
SELECT workspace_id, id, external_id, name, track, owner_member_id, created_at, archived_at FROM directory.partner;
GRANT SELECT ON directory.v_client, directory.v_partner TO mosty_app;
