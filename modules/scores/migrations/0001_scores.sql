SET lock_timeout = '5s';
CREATE SCHEMA scores;
GRANT USAGE ON SCHEMA scores TO mosty_app;

-- What was shown of a partner after the check: a case, a reference, a public trace, and the four deeds of S0.71. Worth
-- something only when another person looked at it (S0.13: trust is moved by evidence and by nothing else).
CREATE TABLE scores.evidence (
  workspace_id uuid        NOT NULL,
  id           kernel.id   NOT NULL,
  partner_id   kernel.id   NOT NULL,
  kind         text        NOT NULL CHECK (kind IN ('case', 'reference', 'public_trace', 'made_stronger', 'kept_word',
                                                    'started_small', 'respected_result')),
  says         text        NOT NULL CHECK (length(says) BETWEEN 1 AND 1000),
  source       text        NOT NULL CHECK (length(source) BETWEEN 1 AND 500),
  seen_on      date        NOT NULL,
  added_at     timestamptz NOT NULL,
  added_by     text        NOT NULL,
  verdict      text        CHECK (verdict IN ('verified', 'refuted')),
  how          text        CHECK (length(how) BETWEEN 1 AND 500),
  verdict_at   timestamptz,
  verdict_by   text,
  PRIMARY KEY (workspace_id, id),
  FOREIGN KEY (workspace_id, partner_id) REFERENCES directory.partner,
  CHECK ((verdict IS NULL) = (how IS NULL) AND (verdict IS NULL) = (verdict_at IS NULL)
    AND (verdict IS NULL) = (verdict_by IS NULL)),
  CONSTRAINT evidence_by_another CHECK (verdict_by <> added_by)
);
CREATE INDEX evidence_of_partner ON scores.evidence (workspace_id, partner_id, added_at, id);
CREATE INDEX evidence_to_verify ON scores.evidence (workspace_id, added_at, id) WHERE verdict IS NULL;
SELECT kernel.protect('scores.evidence');

-- «Стало лучше?» asked of a client whom a partner brought, some days after it paid first (S0.59).
CREATE TABLE scores.outcome (
  workspace_id uuid        NOT NULL,
  id           kernel.id   NOT NULL,
  partner_id   kernel.id   NOT NULL,
  client_id    kernel.id   NOT NULL,
  -- the day it is time to ask
  ask_on       date        NOT NULL,
  answer       text        CHECK (answer IN ('better', 'same', 'worse', 'silent')),
  answered_on  date,
  said         text        CHECK (length(said) BETWEEN 1 AND 1000),
  answered_by  text,
  created_at   timestamptz NOT NULL,
  PRIMARY KEY (workspace_id, id),
  UNIQUE (workspace_id, partner_id, client_id),
  FOREIGN KEY (workspace_id, partner_id) REFERENCES directory.partner,
  FOREIGN KEY (workspace_id, client_id) REFERENCES directory.client,
  CHECK ((answer IS NULL) = (answered_on IS NULL) AND (answer IS NULL) = (answered_by IS NULL))
);
CREATE INDEX outcome_to_ask ON scores.outcome (workspace_id, ask_on, id) WHERE answer IS NULL;
SELECT kernel.protect('scores.outcome');

-- What is usual in this company on a day: medians of a kind, shares of refunds and of registrations approved. Fixed for
-- the day, so that a score follows from the rows of its own partner and from this.
CREATE TABLE scores.yardstick (
  workspace_id uuid  NOT NULL,
  day          date  NOT NULL,
  body         jsonb NOT NULL,
  PRIMARY KEY (workspace_id, day)
);
SELECT kernel.protect('scores.yardstick');

-- The scores of each partner as they are now, with everything they are made of. Nothing here is a fact of its own: all
-- of it follows from rows of others and can be counted again.
CREATE TABLE scores.standing (
  workspace_id   uuid        NOT NULL,
  partner_id     kernel.id   NOT NULL,
  as_of          date        NOT NULL,
  -- counted from however few rows; shown from `evidence_n` = 8 on
  trust          int         NOT NULL CHECK (trust BETWEEN 0 AND 100),
  evidence_n     int         NOT NULL,
  cap            int,
  cap_reason     text        CHECK (cap_reason IN ('watch', 'serious', 'critical')),
  -- none before somebody works with us
  pulse          int         CHECK (pulse BETWEEN 0 AND 100),
  silence        text        NOT NULL CHECK (silence IN ('fine', 'fading', 'silent', 'not_yet')),
  silence_ratio  numeric(8, 2),
  silence_days   int,
  best_signal    text        CHECK (best_signal IN ('publication', 'click', 'login', 'deal')),
  last_signal_on date,
  basis          jsonb       NOT NULL,
  PRIMARY KEY (workspace_id, partner_id),
  FOREIGN KEY (workspace_id, partner_id) REFERENCES directory.partner
);
CREATE INDEX standing_by_trust ON scores.standing (workspace_id, trust, partner_id);
CREATE INDEX standing_by_pulse ON scores.standing (workspace_id, pulse, partner_id) WHERE pulse IS NOT NULL;
CREATE INDEX standing_silent ON scores.standing (workspace_id, silence, partner_id) WHERE silence IN ('fading', 'silent');
SELECT kernel.protect('scores.standing', partner_column => 'partner_id');

-- The same on each day it changed, and because of which rows (S0.70). A day that changed nothing has no row.
CREATE TABLE scores.score_day (
  workspace_id uuid      NOT NULL,
  partner_id   kernel.id NOT NULL,
  day          date      NOT NULL,
  -- NULL: too little was known
  trust        int,
  pulse        int,
  silence      text      NOT NULL,
  -- points and rows of each component on that day: what the next change is told from
  parts        jsonb     NOT NULL,
  -- [{of, from, to, because: [{component, from, to, rows}]}]
  changes      jsonb     NOT NULL,
  PRIMARY KEY (workspace_id, partner_id, day),
  FOREIGN KEY (workspace_id, partner_id) REFERENCES directory.partner
);
SELECT kernel.protect('scores.score_day', partner_column => 'partner_id');

-- BG/NBD fitted on this company's own partners (Fader, Hardie, Lee, 2005), and what it says of each: an estimate.
CREATE TABLE scores.model (
  workspace_id uuid             NOT NULL,
  fitted_on    date             NOT NULL,
  n            int              NOT NULL,
  r            double precision NOT NULL,
  alpha        double precision NOT NULL,
  a            double precision NOT NULL,
  b            double precision NOT NULL,
  log_likelihood double precision NOT NULL,
  PRIMARY KEY (workspace_id)
);
SELECT kernel.protect('scores.model', shared => true);

CREATE TABLE scores.alive (
  workspace_id uuid      NOT NULL,
  partner_id   kernel.id NOT NULL,
  as_of        date      NOT NULL,
  -- days with a sale after the first one, weeks from the first to the last, weeks from the first until `as_of`
  repeats      int       NOT NULL,
  last_week    double precision NOT NULL,
  weeks        double precision NOT NULL,
  alive_ppm    int       NOT NULL CHECK (alive_ppm BETWEEN 0 AND 1000000),
  -- days with a sale expected in the next thirteen weeks
  expected     double precision NOT NULL,
  PRIMARY KEY (workspace_id, partner_id),
  FOREIGN KEY (workspace_id, partner_id) REFERENCES directory.partner
);
SELECT kernel.protect('scores.alive', partner_column => 'partner_id');

CREATE VIEW scores.v_trust WITH (security_invoker = true) AS
SELECT workspace_id, partner_id, CASE WHEN evidence_n >= 8 THEN trust END AS trust, evidence_n, cap, cap_reason, as_of
FROM scores.standing;
CREATE VIEW scores.v_pulse WITH (security_invoker = true) AS
SELECT workspace_id, partner_id, pulse, as_of FROM scores.standing WHERE pulse IS NOT NULL;
CREATE VIEW scores.v_silence WITH (security_invoker = true) AS
SELECT workspace_id, partner_id, silence AS state, silence_ratio AS ratio, silence_days AS days, best_signal, last_signal_on,
       as_of
FROM scores.standing;
-- changes: [{of: trust | pulse | silence, from, to, because: [{component, from, to, rows}]}]
CREATE VIEW scores.v_change WITH (security_invoker = true) AS
SELECT workspace_id, partner_id, day, trust, pulse, silence, changes FROM scores.score_day;
CREATE VIEW scores.v_outcome WITH (security_invoker = true) AS
SELECT workspace_id, partner_id, id, client_id, ask_on, answer, answered_on FROM scores.outcome;
CREATE VIEW scores.v_alive WITH (security_invoker = true) AS
SELECT workspace_id, partner_id, alive_ppm, expected, as_of FROM scores.alive;
GRANT SELECT ON scores.v_trust, scores.v_pulse, scores.v_silence, scores.v_change, scores.v_outcome, scores.v_alive TO mosty_app;
