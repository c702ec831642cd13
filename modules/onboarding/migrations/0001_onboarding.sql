SET lock_timeout = '5s';
CREATE SCHEMA onboarding;
GRANT USAGE ON SCHEMA onboarding TO mosty_app;

-- The path to the first result as the company writes it, for every kind of partner (S3.40). A version never changes.
CREATE TABLE onboarding.path (
  workspace_id uuid        NOT NULL,
  version      int         NOT NULL CHECK (version > 0),
  body         jsonb       NOT NULL,
  reason       text        NOT NULL CHECK (length(reason) BETWEEN 1 AND 500),
  published_at timestamptz NOT NULL,
  published_by text        NOT NULL,
  PRIMARY KEY (workspace_id, version)
);
SELECT kernel.protect('onboarding.path');
SELECT kernel.append_only('onboarding.path');

-- One partner on its way to the first result. Who comes back after parting walks it anew.
CREATE TABLE onboarding.launch (
  workspace_id      uuid        NOT NULL,
  id                kernel.id   NOT NULL,
  partner_id        kernel.id   NOT NULL,
  kind              text        NOT NULL,
  -- 0: the path as the program ships it
  path_version      int         NOT NULL CHECK (path_version >= 0),
  -- what the two sides offer together (S3.5)
  scenario_id       kernel.id,
  created_at        timestamptz NOT NULL,
  created_by        text        NOT NULL,
  -- the day the partner entered the stage of launch; none: only planned
  began_on          date,
  closed_on         date,
  outcome           text        CHECK (outcome IN ('working', 'left')),
  -- the last day on which something was done with the partner (S1.17)
  touched_on        date        NOT NULL,
  -- the silence that was told already, by the day it began
  told_silent_since date,
  PRIMARY KEY (workspace_id, id),
  FOREIGN KEY (workspace_id, partner_id) REFERENCES directory.partner,
  CHECK ((closed_on IS NULL) = (outcome IS NULL))
);
CREATE UNIQUE INDEX launch_one_open ON onboarding.launch (workspace_id, partner_id) WHERE closed_on IS NULL;
CREATE INDEX launch_by_kind ON onboarding.launch (workspace_id, kind);
SELECT kernel.protect('onboarding.launch', partner_column => 'partner_id');

-- A step as the path had it when the launch was planned. To open the material is not to have done it (S3.39).
CREATE TABLE onboarding.step (
  workspace_id  uuid      NOT NULL,
  launch_id     kernel.id NOT NULL,
  partner_id    kernel.id NOT NULL,
  code          text      COLLATE "C" NOT NULL,
  position      int       NOT NULL CHECK (position > 0),
  part          text      NOT NULL CHECK (part IN ('product', 'audience', 'sales_logic', 'joint_scenario', 'first_deals')),
  side          text      NOT NULL CHECK (side IN ('ours', 'theirs')),
  -- {ru, en, questions}
  told          jsonb     NOT NULL,
  due_on        date      NOT NULL,
  owner_face_id kernel.id,
  opened_at     timestamptz,
  done_at       timestamptz,
  done_by       text,
  proof         text      CHECK (length(proof) BETWEEN 1 AND 2000),
  PRIMARY KEY (workspace_id, launch_id, code),
  UNIQUE (workspace_id, launch_id, position),
  FOREIGN KEY (workspace_id, launch_id) REFERENCES onboarding.launch,
  FOREIGN KEY (workspace_id, owner_face_id) REFERENCES directory.face,
  CHECK ((done_at IS NULL) = (done_by IS NULL)),
  CHECK (done_at IS NULL OR proof IS NOT NULL)
);
SELECT kernel.protect('onboarding.step', partner_column => 'partner_id');

-- Each try of a short test (S3.6).
CREATE TABLE onboarding.attempt (
  workspace_id uuid        NOT NULL,
  launch_id    kernel.id   NOT NULL,
  partner_id   kernel.id   NOT NULL,
  code         text        COLLATE "C" NOT NULL,
  no           int         NOT NULL CHECK (no > 0),
  at           timestamptz NOT NULL,
  by_actor     text        NOT NULL,
  right_count  int         NOT NULL CHECK (right_count >= 0),
  asked_count  int         NOT NULL CHECK (asked_count > 0),
  PRIMARY KEY (workspace_id, launch_id, code, no),
  FOREIGN KEY (workspace_id, launch_id, code) REFERENCES onboarding.step,
  CHECK (right_count <= asked_count)
);
SELECT kernel.protect('onboarding.attempt', partner_column => 'partner_id');
SELECT kernel.append_only('onboarding.attempt');

-- A talk in person while launching: who led it, who joined. Notes are for the team only.
CREATE TABLE onboarding.live_session (
  workspace_id uuid        NOT NULL,
  id           kernel.id   NOT NULL,
  launch_id    kernel.id   NOT NULL,
  partner_id   kernel.id   NOT NULL,
  held_on      date        NOT NULL,
  topic        text        NOT NULL CHECK (length(topic) BETWEEN 1 AND 300),
  led_by       text        NOT NULL CHECK (length(led_by) BETWEEN 1 AND 300),
  joined       text        NOT NULL CHECK (length(joined) BETWEEN 1 AND 500),
  notes        text        CHECK (length(notes) BETWEEN 1 AND 4000),
  written_at   timestamptz NOT NULL,
  written_by   text        NOT NULL,
  PRIMARY KEY (workspace_id, id),
  FOREIGN KEY (workspace_id, launch_id) REFERENCES onboarding.launch
);
CREATE INDEX live_session_by_launch ON onboarding.live_session (workspace_id, launch_id, held_on DESC, id DESC);
SELECT kernel.protect('onboarding.live_session', partner_column => 'partner_id');
