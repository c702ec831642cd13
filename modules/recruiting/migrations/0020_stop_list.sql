SET lock_timeout = '5s';

-- With whom never again, and why (S0.72). One person proposes, another decides, one of the two is an owner; the same to
-- take somebody off. The table holds to it, whoever writes.
CREATE TABLE recruiting.stop_entry (
  workspace_id   uuid        NOT NULL,
  id             kernel.id   NOT NULL,
  -- whom we know as a partner; NULL: nobody we ever wrote down
  partner_id     kernel.id,
  name           text        NOT NULL CHECK (length(name) BETWEEN 1 AND 300),
  tax_number     text        COLLATE "C",
  phone          text,
  email          text,
  site           text,
  person         text,
  reason_code    text        NOT NULL CHECK (reason_code ~ '^[a-z_]{2,40}$'),
  -- what happened and how it is known; with where it can be seen
  evidence       text        NOT NULL CHECK (length(evidence) BETWEEN 20 AND 4000),
  evidence_link  text        CHECK (length(evidence_link) BETWEEN 1 AND 2000),
  proposed_at    timestamptz NOT NULL,
  proposed_by    text        NOT NULL,
  proposed_role  text        NOT NULL,
  approved       boolean,
  decided_at     timestamptz,
  decided_by     text,
  decided_role   text,
  decision_note  text        CHECK (length(decision_note) BETWEEN 1 AND 2000),
  off_asked_at   timestamptz,
  off_asked_by   text,
  off_asked_role text,
  off_reason     text        CHECK (length(off_reason) BETWEEN 1 AND 2000),
  off_at         timestamptz,
  off_by         text,
  off_role       text,
  PRIMARY KEY (workspace_id, id),
  FOREIGN KEY (workspace_id, partner_id) REFERENCES directory.partner,
  CHECK (num_nulls(approved, decided_at, decided_by, decided_role) IN (0, 4)),
  CHECK (approved IS NOT TRUE OR (decided_by <> proposed_by AND 'owner' IN (decided_role, proposed_role))),
  CHECK (num_nulls(off_asked_at, off_asked_by, off_asked_role, off_reason) IN (0, 4)),
  CHECK (num_nulls(off_at, off_by, off_role) IN (0, 3)),
  CHECK (off_asked_at IS NULL OR approved IS TRUE),
  CHECK (off_at IS NULL OR (off_asked_at IS NOT NULL AND off_by <> off_asked_by AND 'owner' IN (off_role, off_asked_role)))
);
CREATE INDEX stop_entry_by_time ON recruiting.stop_entry (workspace_id, proposed_at DESC, id DESC);
-- One proposal or one entry in force a partner.
CREATE UNIQUE INDEX stop_entry_of_partner ON recruiting.stop_entry (workspace_id, partner_id)
  WHERE partner_id IS NOT NULL AND approved IS NOT FALSE AND off_at IS NULL;
SELECT kernel.protect('recruiting.stop_entry');
REVOKE DELETE ON recruiting.stop_entry FROM mosty_app;

-- What somebody on the list is recognised by: one spelling for many, as clients are.
CREATE TABLE recruiting.stop_key (
  workspace_id uuid      NOT NULL,
  entry_id     kernel.id NOT NULL,
  kind         text      NOT NULL CHECK (kind IN ('tax_number', 'domain', 'email', 'phone', 'name', 'person')),
  key          text      NOT NULL CHECK (length(key) BETWEEN 1 AND 300),
  PRIMARY KEY (workspace_id, kind, key, entry_id),
  FOREIGN KEY (workspace_id, entry_id) REFERENCES recruiting.stop_entry
);
SELECT kernel.protect('recruiting.stop_key');

-- A person looked: the partner is called like one on the list and is somebody else. Never said of a tax number or a box.
CREATE TABLE recruiting.stop_namesake (
  workspace_id uuid        NOT NULL,
  entry_id     kernel.id   NOT NULL,
  partner_id   kernel.id   NOT NULL,
  reason       text        NOT NULL CHECK (length(reason) BETWEEN 1 AND 2000),
  said_at      timestamptz NOT NULL,
  said_by      text        NOT NULL,
  PRIMARY KEY (workspace_id, entry_id, partner_id),
  FOREIGN KEY (workspace_id, entry_id) REFERENCES recruiting.stop_entry,
  FOREIGN KEY (workspace_id, partner_id) REFERENCES directory.partner
);
SELECT kernel.protect('recruiting.stop_namesake');
SELECT kernel.append_only('recruiting.stop_namesake');
