SET lock_timeout = '5s';
CREATE SCHEMA scenarios;
GRANT USAGE ON SCHEMA scenarios TO mosty_app;

-- A client's task closed whole by several players (S3.15, S3.16).
CREATE TABLE scenarios.scenario (
  workspace_id uuid        NOT NULL,
  id           kernel.id   NOT NULL,
  task         text        NOT NULL CHECK (length(task) BETWEEN 1 AND 300),
  title        text        NOT NULL CHECK (length(title) BETWEEN 1 AND 300),
  -- to whom, when and in what words it is offered (S3.5)
  audience     text        NOT NULL DEFAULT '',
  moment       text        NOT NULL DEFAULT '',
  words        text        NOT NULL DEFAULT '',
  -- what should become better at the client (S3.18)
  faster       text        NOT NULL DEFAULT '',
  less_work    text        NOT NULL DEFAULT '',
  lower_risk   text        NOT NULL DEFAULT '',
  created_at   timestamptz NOT NULL,
  created_by   text        NOT NULL,
  archived_at  timestamptz,
  PRIMARY KEY (workspace_id, id)
);
CREATE INDEX scenario_by_time ON scenarios.scenario (workspace_id, created_at DESC, id DESC);
SELECT kernel.protect('scenarios.scenario');

-- Who does what. Without an agreement it is a gap (S3.23).
CREATE TABLE scenarios.seat (
  workspace_id uuid      NOT NULL,
  scenario_id  kernel.id NOT NULL,
  position     int       NOT NULL CHECK (position BETWEEN 1 AND 12),
  role         text      NOT NULL CHECK (role IN ('source', 'implement', 'expertise', 'expand')),
  does         text      NOT NULL CHECK (length(does) BETWEEN 1 AND 300),
  agreement_id kernel.id,
  PRIMARY KEY (workspace_id, scenario_id, position),
  FOREIGN KEY (workspace_id, scenario_id) REFERENCES scenarios.scenario,
  FOREIGN KEY (workspace_id, agreement_id) REFERENCES agreements.agreement
);
SELECT kernel.protect('scenarios.seat');

-- A deal goes by one scenario at most; what it changed at the client is written down with its evidence (S3.24).
CREATE TABLE scenarios.scenario_deal (
  workspace_id uuid        NOT NULL,
  deal_id      kernel.id   NOT NULL,
  scenario_id  kernel.id   NOT NULL,
  added_at     timestamptz NOT NULL,
  added_by     text        NOT NULL,
  effect       text,
  evidence     text,
  measured_on  date,
  PRIMARY KEY (workspace_id, deal_id),
  FOREIGN KEY (workspace_id, scenario_id) REFERENCES scenarios.scenario,
  FOREIGN KEY (workspace_id, deal_id) REFERENCES deals.deal,
  CHECK ((effect IS NULL) = (evidence IS NULL) AND (effect IS NULL) = (measured_on IS NULL))
);
CREATE INDEX scenario_deal_by_scenario ON scenarios.scenario_deal (workspace_id, scenario_id);
SELECT kernel.protect('scenarios.scenario_deal');
