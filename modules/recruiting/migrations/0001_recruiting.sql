SET lock_timeout = '5s';
CREATE SCHEMA recruiting;
GRANT USAGE ON SCHEMA recruiting TO mosty_app;

-- A survey of customers: two questions (S1.7). The token stands in its address, is printed and sent around: no secret.
CREATE TABLE recruiting.survey (
  workspace_id   uuid        NOT NULL,
  id             kernel.id   NOT NULL,
  token          text        COLLATE "C" NOT NULL UNIQUE CHECK (length(token) BETWEEN 16 AND 64),
  title          text        NOT NULL CHECK (length(title) BETWEEN 1 AND 200),
  language       text        NOT NULL CHECK (language IN ('ru', 'en')),
  intro          text        CHECK (length(intro) BETWEEN 1 AND 2000),
  whom_question  text        NOT NULL CHECK (length(whom_question) BETWEEN 1 AND 500),
  tools_question text        NOT NULL CHECK (length(tools_question) BETWEEN 1 AND 500),
  -- whether people leave their name: nobody is asked, everybody may, everybody must
  signature      text        NOT NULL CHECK (signature IN ('nobody', 'may', 'must')),
  -- other sites may show it inside their pages
  is_embeddable  boolean     NOT NULL DEFAULT false,
  created_at     timestamptz NOT NULL,
  created_by     text        NOT NULL,
  closed_at      timestamptz,
  PRIMARY KEY (workspace_id, id)
);
SELECT kernel.protect('recruiting.survey');

-- What one person answered. The signature can be erased; what was said stays.
CREATE TABLE recruiting.answer (
  workspace_id uuid        NOT NULL,
  id           kernel.id   NOT NULL,
  survey_id    kernel.id   NOT NULL,
  came         text        NOT NULL CHECK (came IN ('page', 'file')),
  answered_at  timestamptz NOT NULL,
  written_at   timestamptz NOT NULL,
  whom         text[]      NOT NULL,
  tools        text[]      NOT NULL,
  signed_name  text        CHECK (length(signed_name) BETWEEN 1 AND 200),
  signed_email text        CHECK (length(signed_email) BETWEEN 3 AND 200),
  -- SHA-256 of what tells people apart: the letter they came from, their e-mail or their browser. NULL: nothing does
  respondent   text        COLLATE "C" CHECK (length(respondent) = 64),
  PRIMARY KEY (workspace_id, id),
  UNIQUE (workspace_id, survey_id, respondent),
  FOREIGN KEY (workspace_id, survey_id) REFERENCES recruiting.survey,
  CHECK (cardinality(whom) + cardinality(tools) > 0)
);
CREATE INDEX answer_by_survey ON recruiting.answer (workspace_id, survey_id, answered_at DESC, id DESC);
SELECT kernel.protect('recruiting.answer');

-- A name that was heard: of a person, a community, a firm, a tool. Each spelling is a row of its own; a person says
-- which of them are one, and may take that back.
CREATE TABLE recruiting.heard_name (
  workspace_id  uuid        NOT NULL,
  id            kernel.id   NOT NULL,
  spoken        text        NOT NULL CHECK (length(spoken) BETWEEN 1 AND 300),
  -- case, quotes and spaces aside: the same spelling
  name_key      text        NOT NULL,
  -- the spelling this one turned out to be; never of one that is merged itself
  into_id       kernel.id,
  -- taken into work
  partner_id    kernel.id,
  links         text[]      NOT NULL DEFAULT '{}',
  -- followers, readers, members: as far as we know
  audience_size bigint      CHECK (audience_size BETWEEN 0 AND 10000000000),
  audience_seen_on date,
  -- not for us, and why: it leaves the list of those to look at
  set_aside_at  timestamptz,
  set_aside_why text        CHECK (length(set_aside_why) BETWEEN 1 AND 500),
  created_at    timestamptz NOT NULL,
  PRIMARY KEY (workspace_id, id),
  UNIQUE (workspace_id, name_key),
  FOREIGN KEY (workspace_id, into_id) REFERENCES recruiting.heard_name,
  FOREIGN KEY (workspace_id, partner_id) REFERENCES directory.partner,
  CHECK (into_id IS DISTINCT FROM id),
  CHECK (into_id IS NULL OR (partner_id IS NULL AND set_aside_at IS NULL)),
  CHECK ((audience_size IS NULL) = (audience_seen_on IS NULL)),
  CHECK ((set_aside_at IS NULL) = (set_aside_why IS NULL))
);
CREATE INDEX heard_name_into ON recruiting.heard_name (workspace_id, into_id) WHERE into_id IS NOT NULL;
CREATE INDEX heard_name_partner ON recruiting.heard_name (workspace_id, partner_id) WHERE partner_id IS NOT NULL;
SELECT kernel.protect('recruiting.heard_name');

-- Two spellings a person looked at: they are two. Not proposed again.
CREATE TABLE recruiting.name_apart (
  workspace_id uuid        NOT NULL,
  one_id       kernel.id   NOT NULL,
  other_id     kernel.id   NOT NULL,
  said_at      timestamptz NOT NULL,
  said_by      text        NOT NULL,
  PRIMARY KEY (workspace_id, one_id, other_id),
  FOREIGN KEY (workspace_id, one_id) REFERENCES recruiting.heard_name,
  FOREIGN KEY (workspace_id, other_id) REFERENCES recruiting.heard_name,
  CHECK (one_id < other_id)
);
SELECT kernel.protect('recruiting.name_apart');

-- Each time a name was said (S1.8, S1.9): by whom, where, with a link. Never rewritten; a mistake is taken back.
CREATE TABLE recruiting.mention (
  workspace_id uuid        NOT NULL,
  id           kernel.id   NOT NULL,
  -- the spelling as it was said; whom it means follows from merging
  name_id      kernel.id   NOT NULL,
  source       text        NOT NULL CHECK (source IN ('survey', 'support', 'sales', 'public', 'intro', 'other')),
  question     text        CHECK (question IN ('whom', 'tools')),
  link         text        CHECK (length(link) BETWEEN 1 AND 2000),
  note         text        CHECK (length(note) BETWEEN 1 AND 1000),
  client_id    kernel.id,
  answer_id    kernel.id,
  -- who said it, as far as is known: two mentions of one speaker are not two independent ones
  speaker      text        NOT NULL CHECK (length(speaker) BETWEEN 1 AND 300),
  -- said by a client of ours: an answer of the survey or a client we know
  by_client    boolean     NOT NULL,
  said_at      timestamptz NOT NULL,
  written_by   text        NOT NULL,
  PRIMARY KEY (workspace_id, id),
  FOREIGN KEY (workspace_id, name_id) REFERENCES recruiting.heard_name,
  FOREIGN KEY (workspace_id, client_id) REFERENCES directory.client,
  FOREIGN KEY (workspace_id, answer_id) REFERENCES recruiting.answer,
  CHECK ((source = 'survey') = (answer_id IS NOT NULL)),
  CHECK (by_client = (answer_id IS NOT NULL OR client_id IS NOT NULL))
);
CREATE INDEX mention_by_name ON recruiting.mention (workspace_id, name_id, said_at DESC, id DESC);
CREATE INDEX mention_by_time ON recruiting.mention (workspace_id, said_at DESC, id DESC);
CREATE INDEX mention_by_answer ON recruiting.mention (workspace_id, answer_id) WHERE answer_id IS NOT NULL;
SELECT kernel.protect('recruiting.mention');
SELECT kernel.append_only('recruiting.mention');

CREATE TABLE recruiting.mention_taken_back (
  workspace_id uuid        NOT NULL,
  mention_id   kernel.id   NOT NULL,
  reason       text        NOT NULL CHECK (length(reason) BETWEEN 1 AND 500),
  at           timestamptz NOT NULL,
  by_actor     text        NOT NULL,
  PRIMARY KEY (workspace_id, mention_id),
  FOREIGN KEY (workspace_id, mention_id) REFERENCES recruiting.mention
);
SELECT kernel.protect('recruiting.mention_taken_back');
SELECT kernel.append_only('recruiting.mention_taken_back');

-- Row level security is forced on the owner too, so it is let to read here; nobody signs in as the owner.
CREATE POLICY looks_across ON recruiting.survey FOR SELECT TO CURRENT_USER USING (true);
CREATE FUNCTION recruiting.find_survey(of_token text) RETURNS TABLE (workspace_id uuid, is_embeddable boolean)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = '' AS
$$ SELECT s.workspace_id, s.is_embeddable AND s.closed_at IS NULL FROM recruiting.survey s WHERE s.token = of_token $$;
REVOKE ALL ON FUNCTION recruiting.find_survey(text) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION recruiting.find_survey(text) TO mosty_app;
