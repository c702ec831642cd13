SET lock_timeout = '5s';

-- Texts of the company that partners accept apart from an agreement: the code of honour (S0.68) and the consent to the
-- handling of personal data. A version never changes; where there is none, the text shipped with the program counts as 0.
CREATE TABLE agreements.text (
  workspace_id uuid        NOT NULL,
  kind         text        NOT NULL CHECK (kind IN ('code_of_honour', 'personal_data')),
  version      int         NOT NULL CHECK (version > 0),
  -- {ru: {title, body}, en: {title, body}}
  words        jsonb       NOT NULL,
  body_hash    text        NOT NULL,
  published_at timestamptz NOT NULL,
  published_by text        NOT NULL,
  PRIMARY KEY (workspace_id, kind, version)
);
SELECT kernel.protect('agreements.text', shared => true);
SELECT kernel.append_only('agreements.text');

-- Who accepted which text, or took the word back. Ours accept for the company: then there is no partner.
CREATE TABLE agreements.text_word (
  workspace_id uuid        NOT NULL,
  id           kernel.id   NOT NULL,
  kind         text        NOT NULL CHECK (kind IN ('code_of_honour', 'personal_data')),
  version      int         NOT NULL CHECK (version >= 0),
  body_hash    text        NOT NULL,
  word         text        NOT NULL CHECK (word IN ('accepted', 'withdrawn')),
  partner_id   kernel.id,
  person       text        NOT NULL CHECK (length(person) BETWEEN 1 AND 200),
  -- theirs written down by ours: the letter or paper it is known from
  evidence     text,
  said_at      timestamptz NOT NULL,
  by_actor     text        NOT NULL,
  PRIMARY KEY (workspace_id, id),
  FOREIGN KEY (workspace_id, partner_id) REFERENCES directory.partner,
  CHECK (kind = 'personal_data' OR word = 'accepted'),
  CHECK (kind = 'code_of_honour' OR partner_id IS NOT NULL)
);
CREATE INDEX text_word_by_partner ON agreements.text_word (workspace_id, partner_id, kind, said_at DESC, id DESC);
SELECT kernel.protect('agreements.text_word', partner_column => 'partner_id');
SELECT kernel.append_only('agreements.text_word');
