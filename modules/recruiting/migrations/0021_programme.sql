SET lock_timeout = '5s';

-- What the company tells strangers of working together, at an address that is printed and sent around: no secret.
CREATE TABLE recruiting.programme (
  workspace_id uuid        NOT NULL,
  id           kernel.id   NOT NULL,
  slug         text        COLLATE "C" NOT NULL UNIQUE CHECK (slug ~ '^[a-z0-9][a-z0-9-]{1,60}$'),
  -- {ru: {title, lead, forWhom, weGive, theyGive, money} | null, en: the same | null}
  words        jsonb       NOT NULL,
  is_open      boolean     NOT NULL,
  created_at   timestamptz NOT NULL,
  changed_at   timestamptz NOT NULL,
  changed_by   text        NOT NULL,
  PRIMARY KEY (workspace_id, id)
);
SELECT kernel.protect('recruiting.programme');

-- A stranger asks to work together. Contacts are kept on the word given to the very text whose hash stands here.
CREATE TABLE recruiting.application (
  workspace_id    uuid        NOT NULL,
  id              kernel.id   NOT NULL,
  programme_id    kernel.id   NOT NULL,
  applied_at      timestamptz NOT NULL,
  name            text        NOT NULL CHECK (length(name) BETWEEN 1 AND 300),
  person          text        NOT NULL CHECK (length(person) BETWEEN 1 AND 200),
  email           text        NOT NULL CHECK (length(email) BETWEEN 3 AND 200),
  phone           text,
  site            text,
  tax_number      text        COLLATE "C",
  city            text,
  about           text        NOT NULL CHECK (length(about) BETWEEN 1 AND 4000),
  introduced_by   text,
  -- the questions of the class wizard, as a stranger answers them
  answers         jsonb       NOT NULL,
  language        text        NOT NULL CHECK (language IN ('ru', 'en')),
  consent_version int         NOT NULL CHECK (consent_version >= 0),
  consent_hash    text        NOT NULL,
  state           text        NOT NULL CHECK (state IN ('waiting', 'taken', 'declined')),
  decided_at      timestamptz,
  decided_by      text,
  reason_code     text        CHECK (reason_code ~ '^[a-z_]{2,40}$'),
  partner_id      kernel.id,
  PRIMARY KEY (workspace_id, id),
  FOREIGN KEY (workspace_id, programme_id) REFERENCES recruiting.programme,
  FOREIGN KEY (workspace_id, partner_id) REFERENCES directory.partner,
  CHECK ((state = 'waiting') = (decided_at IS NULL)),
  CHECK ((decided_at IS NULL) = (decided_by IS NULL)),
  CHECK ((state = 'taken') = (partner_id IS NOT NULL)),
  CHECK ((state = 'declined') = (reason_code IS NOT NULL))
);
CREATE INDEX application_by_time ON recruiting.application (workspace_id, applied_at DESC, id DESC);
-- One box applies once at a time: the same letter sent twice is one application.
CREATE UNIQUE INDEX application_waiting ON recruiting.application (workspace_id, programme_id, email) WHERE state = 'waiting';
SELECT kernel.protect('recruiting.application');

-- Row level security is forced on the owner too, so it is let to read here; nobody signs in as the owner.
CREATE POLICY looks_across ON recruiting.programme FOR SELECT TO CURRENT_USER USING (true);
CREATE FUNCTION recruiting.find_programme(of_slug text) RETURNS uuid
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = '' AS
$$ SELECT p.workspace_id FROM recruiting.programme p WHERE p.slug = of_slug AND p.is_open $$;
REVOKE ALL ON FUNCTION recruiting.find_programme(text) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION recruiting.find_programme(text) TO mosty_app;
