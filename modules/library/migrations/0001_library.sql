SET lock_timeout = '5s';
CREATE SCHEMA library;
GRANT USAGE ON SCHEMA library TO mosty_app;

-- What partners work with: one row a material, its content by version.
CREATE TABLE library.asset (
  workspace_id uuid        NOT NULL,
  id           kernel.id   NOT NULL,
  title        text        NOT NULL CHECK (length(title) BETWEEN 1 AND 200),
  about        text        NOT NULL CHECK (length(about) <= 1000),
  kind         text        NOT NULL CHECK (kind IN ('logo', 'script', 'walkthrough', 'case', 'presentation', 'banner', 'text')),
  -- kinds of partners it is for; none: for all
  kinds        text[]      NOT NULL,
  -- when it is of use; none: always
  stages       text[]      NOT NULL CHECK (stages <@ ARRAY['first', 'sell', 'grow']),
  language     text        NOT NULL CHECK (language IN ('ru', 'en')),
  state        text        NOT NULL CHECK (state IN ('draft', 'published', 'archived')),
  version      int         NOT NULL CHECK (version > 0),
  owner_member kernel.id,
  confirmed_on date        NOT NULL,
  confirmed_by text        NOT NULL,
  created_at   timestamptz NOT NULL,
  created_by   text        NOT NULL,
  changed_at   timestamptz NOT NULL,
  PRIMARY KEY (workspace_id, id)
);
CREATE INDEX asset_by_state ON library.asset (workspace_id, state, kind);

-- People of a partner see what is published for partners of their kind.
CREATE FUNCTION library.is_for_reader(workspace uuid, kinds text[]) RETURNS boolean LANGUAGE sql STABLE AS $$
  SELECT cardinality(kinds) = 0 OR EXISTS (
    SELECT FROM agreements.v_agreement a
    WHERE a.workspace_id = workspace AND a.partner_id = kernel.partner() AND a.ended_at IS NULL AND a.kind = ANY(kinds))
$$;
SELECT kernel.protect('library.asset');
CREATE POLICY shown_to_partners ON library.asset FOR SELECT USING (
  workspace_id = (SELECT kernel.workspace()) AND (SELECT kernel.partner()) IS NOT NULL
  AND state = 'published' AND library.is_for_reader(workspace_id, kinds));

CREATE TABLE library.asset_version (
  workspace_id uuid        NOT NULL,
  asset_id     kernel.id   NOT NULL,
  version      int         NOT NULL CHECK (version > 0),
  form         text        NOT NULL CHECK (form IN ('file', 'link', 'text')),
  file_id      kernel.id,
  link         text        CHECK (length(link) <= 2000 AND link ~ '^https?://'),
  body         text        CHECK (length(body) BETWEEN 1 AND 20000),
  made_at      timestamptz NOT NULL,
  made_by      text        NOT NULL,
  PRIMARY KEY (workspace_id, asset_id, version),
  FOREIGN KEY (workspace_id, asset_id) REFERENCES library.asset,
  FOREIGN KEY (workspace_id, file_id) REFERENCES files.file,
  CHECK ((form = 'file') = (file_id IS NOT NULL) AND (form = 'link') = (link IS NOT NULL) AND (form = 'text') = (body IS NOT NULL))
);
CREATE INDEX asset_version_by_file ON library.asset_version (workspace_id, file_id) WHERE file_id IS NOT NULL;
SELECT kernel.protect('library.asset_version');
SELECT kernel.append_only('library.asset_version');
-- Of what they see, the version that stands now.
CREATE POLICY shown_to_partners ON library.asset_version FOR SELECT USING (
  workspace_id = (SELECT kernel.workspace()) AND (SELECT kernel.partner()) IS NOT NULL AND EXISTS (
    SELECT FROM library.asset a WHERE a.workspace_id = asset_version.workspace_id AND a.id = asset_version.asset_id
      AND a.version = asset_version.version));

-- One answer to one question (S1.53): the question is one however it is written.
CREATE TABLE library.answer (
  workspace_id uuid        NOT NULL,
  id           kernel.id   NOT NULL,
  question     text        NOT NULL CHECK (length(question) BETWEEN 3 AND 300),
  folded       text        NOT NULL,
  answer       text        NOT NULL CHECK (length(answer) BETWEEN 1 AND 4000),
  -- whether people of partners read it; otherwise it is for our own
  for_partners boolean     NOT NULL,
  owner_member kernel.id,
  state        text        NOT NULL CHECK (state IN ('published', 'archived')),
  confirmed_on date        NOT NULL,
  confirmed_by text        NOT NULL,
  created_at   timestamptz NOT NULL,
  changed_at   timestamptz NOT NULL,
  PRIMARY KEY (workspace_id, id)
);
CREATE UNIQUE INDEX answer_once ON library.answer (workspace_id, folded) WHERE state = 'published';
SELECT kernel.protect('library.answer');
CREATE POLICY shown_to_partners ON library.answer FOR SELECT USING (
  workspace_id = (SELECT kernel.workspace()) AND (SELECT kernel.partner()) IS NOT NULL
  AND state = 'published' AND for_partners);

-- How often a material was opened, by day: by people of a partner, and apart from them by our own.
CREATE TABLE library.opening (
  workspace_id uuid      NOT NULL,
  asset_id     kernel.id NOT NULL,
  partner_id   kernel.id NOT NULL,
  day          date      NOT NULL,
  opens        int       NOT NULL CHECK (opens > 0),
  PRIMARY KEY (workspace_id, asset_id, partner_id, day),
  FOREIGN KEY (workspace_id, asset_id) REFERENCES library.asset,
  FOREIGN KEY (workspace_id, partner_id) REFERENCES directory.partner
);
CREATE INDEX opening_by_partner ON library.opening (workspace_id, partner_id, day);
SELECT kernel.protect('library.opening', partner_column => 'partner_id');

CREATE TABLE library.own_opening (
  workspace_id uuid      NOT NULL,
  asset_id     kernel.id NOT NULL,
  day          date      NOT NULL,
  opens        int       NOT NULL CHECK (opens > 0),
  PRIMARY KEY (workspace_id, asset_id, day),
  FOREIGN KEY (workspace_id, asset_id) REFERENCES library.asset
);
SELECT kernel.protect('library.own_opening');

-- A season, a launch, a trend: something to do together that partners may join (S1.64).
CREATE TABLE library.idea (
  workspace_id uuid        NOT NULL,
  id           kernel.id   NOT NULL,
  title        text        NOT NULL CHECK (length(title) BETWEEN 1 AND 200),
  words        text        NOT NULL CHECK (length(words) BETWEEN 1 AND 4000),
  from_on      date        NOT NULL,
  till_on      date        NOT NULL,
  kinds        text[]      NOT NULL,
  state        text        NOT NULL CHECK (state IN ('published', 'archived')),
  created_at   timestamptz NOT NULL,
  created_by   text        NOT NULL,
  PRIMARY KEY (workspace_id, id),
  CHECK (from_on <= till_on)
);
SELECT kernel.protect('library.idea');
CREATE POLICY shown_to_partners ON library.idea FOR SELECT USING (
  workspace_id = (SELECT kernel.workspace()) AND (SELECT kernel.partner()) IS NOT NULL
  AND state = 'published' AND library.is_for_reader(workspace_id, kinds));

CREATE TABLE library.joining (
  workspace_id uuid        NOT NULL,
  idea_id      kernel.id   NOT NULL,
  partner_id   kernel.id   NOT NULL,
  joined_at    timestamptz NOT NULL,
  joined_by    text        NOT NULL,
  PRIMARY KEY (workspace_id, idea_id, partner_id),
  FOREIGN KEY (workspace_id, idea_id) REFERENCES library.idea,
  FOREIGN KEY (workspace_id, partner_id) REFERENCES directory.partner
);
CREATE INDEX joining_by_partner ON library.joining (workspace_id, partner_id, joined_at);
SELECT kernel.protect('library.joining', partner_column => 'partner_id');

-- What has to be said to be still true: a material or an answer, and when somebody said so last.
CREATE VIEW library.v_confirmed WITH (security_invoker = true) AS
SELECT workspace_id, 'asset'::text AS what, id, title, owner_member, confirmed_on FROM library.asset WHERE state = 'published'
UNION ALL
SELECT workspace_id, 'answer', id, question, owner_member, confirmed_on FROM library.answer WHERE state = 'published';
CREATE VIEW library.v_opening WITH (security_invoker = true) AS
SELECT workspace_id, asset_id, partner_id, day, opens FROM library.opening;
CREATE VIEW library.v_joining WITH (security_invoker = true) AS
SELECT j.workspace_id, j.idea_id, j.partner_id, i.title, i.from_on, i.till_on, j.joined_at
FROM library.joining j JOIN library.idea i ON i.workspace_id = j.workspace_id AND i.id = j.idea_id;
GRANT SELECT ON library.v_confirmed, library.v_opening, library.v_joining TO mosty_app;
