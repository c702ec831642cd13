SET lock_timeout = '5s';
CREATE SCHEMA integrity;
GRANT USAGE ON SCHEMA integrity TO mosty_app;

-- What the company holds for its own name, and how strict it is. No row: as shipped.
CREATE TABLE integrity.policy (
  workspace_id    uuid        NOT NULL,
  brand_words     text[]      NOT NULL,
  own_domains     text[]      NOT NULL,
  -- names of events told by /track that say: the buyer was already paying
  checkout_events text[]      NOT NULL,
  -- [{name, from: 'MM-DD', to: 'MM-DD', floorPpm}]: when nobody sells below it, whatever the code (S0.34)
  seasons         jsonb       NOT NULL,
  -- from which severity on a working partner goes to review by itself
  review_from     text        NOT NULL CHECK (review_from IN ('serious', 'critical', 'never')),
  set_at          timestamptz NOT NULL,
  set_by          text        NOT NULL,
  PRIMARY KEY (workspace_id)
);
SELECT kernel.protect('integrity.policy');

-- A detector switched off or with other thresholds than shipped.
CREATE TABLE integrity.rule (
  workspace_id uuid        NOT NULL,
  detector     text        NOT NULL,
  is_on        boolean     NOT NULL,
  thresholds   jsonb       NOT NULL,
  set_at       timestamptz NOT NULL,
  set_by       text        NOT NULL,
  PRIMARY KEY (workspace_id, detector)
);
SELECT kernel.protect('integrity.rule');

-- Questions nobody's figures answer (S0.27, S0.31, S0.32): asked of ours about a partner, every half a year.
CREATE TABLE integrity.answer (
  workspace_id uuid        NOT NULL,
  partner_id   kernel.id   NOT NULL,
  question     text        NOT NULL CHECK (question IN ('topic_spread', 'exclusivity', 'brand_bidding')),
  no           int         NOT NULL CHECK (no > 0),
  answer       text        NOT NULL,
  note         text        CHECK (length(note) BETWEEN 1 AND 1000),
  at           timestamptz NOT NULL,
  by_actor     text        NOT NULL,
  PRIMARY KEY (workspace_id, partner_id, question, no),
  FOREIGN KEY (workspace_id, partner_id) REFERENCES directory.partner
);
SELECT kernel.protect('integrity.answer');
SELECT kernel.append_only('integrity.answer');

-- One look of all detectors at all partners.
CREATE TABLE integrity.run (
  workspace_id uuid        NOT NULL,
  id           kernel.id   NOT NULL,
  -- the day of the company's calendar whose nightly look it is; NULL: somebody asked for it
  night_of     date,
  started_at   timestamptz NOT NULL,
  took_ms      int         NOT NULL,
  by_actor     text        NOT NULL,
  partners     int         NOT NULL,
  raised       int         NOT NULL,
  again        int         NOT NULL,
  broken       int         NOT NULL,
  PRIMARY KEY (workspace_id, id)
);
CREATE UNIQUE INDEX run_of_night ON integrity.run (workspace_id, night_of) WHERE night_of IS NOT NULL;
CREATE INDEX run_by_time ON integrity.run (workspace_id, started_at DESC);
SELECT kernel.protect('integrity.run');
SELECT kernel.append_only('integrity.run');

CREATE TABLE integrity.detector_run (
  workspace_id uuid        NOT NULL,
  run_id       kernel.id   NOT NULL,
  detector     text        NOT NULL,
  state        text        NOT NULL CHECK (state IN ('ok', 'broken', 'off')),
  error        text,
  at           timestamptz NOT NULL,
  rows_seen    int         NOT NULL,
  found        int         NOT NULL,
  PRIMARY KEY (workspace_id, run_id, detector),
  FOREIGN KEY (workspace_id, run_id) REFERENCES integrity.run,
  CHECK ((state = 'broken') = (error IS NOT NULL))
);
CREATE INDEX detector_run_last ON integrity.detector_run (workspace_id, detector, at DESC);
SELECT kernel.protect('integrity.detector_run');
SELECT kernel.append_only('integrity.detector_run');

-- A sign of toxicity with its evidence. A partner has one standing flag of a sign; what is found again is counted on it.
CREATE TABLE integrity.flag (
  workspace_id  uuid        NOT NULL,
  id            kernel.id   NOT NULL,
  partner_id    kernel.id   NOT NULL,
  -- the detector, or the sign somebody named by hand
  detector      text        NOT NULL,
  by_hand       boolean     NOT NULL,
  severity      text        NOT NULL CHECK (severity IN ('watch', 'serious', 'critical')),
  state         text        NOT NULL CHECK (state IN ('open', 'asked', 'held', 'lifted', 'incident', 'closed')),
  -- {code, params}: what was measured, against what; numbers and days only
  measure       jsonb       NOT NULL,
  -- of a flag by hand: why, in words
  reason        text        CHECK (length(reason) BETWEEN 3 AND 1000),
  opened_at     timestamptz NOT NULL,
  opened_by     text        NOT NULL,
  last_seen_at  timestamptz NOT NULL,
  seen_count    int         NOT NULL DEFAULT 1,
  -- the flag of the same sign whose fix did not hold
  repeats_id    kernel.id,
  answer_due_on date,
  held_until    date,
  hold_reason   text,
  currency      char(3),
  -- suspicious money of the flag when it was seen last, in that currency
  at_stake_minor bigint     NOT NULL DEFAULT 0,
  ended_at      timestamptz,
  -- lifted: the explanation
  explanation   text        CHECK (length(explanation) BETWEEN 3 AND 1000),
  -- lifted as a false alarm: the detector was wrong, not the partner
  false_alarm   boolean     NOT NULL DEFAULT false,
  PRIMARY KEY (workspace_id, id),
  FOREIGN KEY (workspace_id, partner_id) REFERENCES directory.partner,
  FOREIGN KEY (workspace_id, repeats_id) REFERENCES integrity.flag,
  CHECK ((state IN ('lifted', 'closed')) = (ended_at IS NOT NULL)),
  CHECK ((state = 'lifted') = (explanation IS NOT NULL)),
  CHECK ((state = 'held') <= (held_until IS NOT NULL AND hold_reason IS NOT NULL)),
  CHECK (by_hand = (reason IS NOT NULL))
);
CREATE UNIQUE INDEX flag_standing ON integrity.flag (workspace_id, partner_id, detector) WHERE ended_at IS NULL;
CREATE INDEX flag_by_time ON integrity.flag (workspace_id, opened_at DESC, id DESC);
CREATE INDEX flag_by_partner ON integrity.flag (workspace_id, partner_id, opened_at DESC);
SELECT kernel.protect('integrity.flag');

-- The rows a flag stands on: ids and figures, no names. The newest look replaces them while the flag stands.
CREATE TABLE integrity.flag_row (
  workspace_id uuid      NOT NULL,
  flag_id      kernel.id NOT NULL,
  position     int       NOT NULL,
  -- what it is and which, so that it opens: sale, code, client …
  kind         text      NOT NULL,
  subject      text      COLLATE "C" NOT NULL,
  -- {code, params}
  says         jsonb     NOT NULL,
  at           timestamptz,
  PRIMARY KEY (workspace_id, flag_id, position),
  FOREIGN KEY (workspace_id, flag_id) REFERENCES integrity.flag
);
SELECT kernel.protect('integrity.flag_row');

-- What became of a flag, step by step.
CREATE TABLE integrity.flag_step (
  workspace_id uuid        NOT NULL,
  flag_id      kernel.id   NOT NULL,
  no           int         NOT NULL CHECK (no > 0),
  what         text        NOT NULL CHECK (what IN ('raised', 'worse', 'asked', 'answered', 'held', 'held_more', 'released', 'reviewed',
                                                    'incident', 'answers', 'fixed', 'lifted', 'closed', 'repeats')),
  at           timestamptz NOT NULL,
  by_actor     text        NOT NULL,
  -- {days, amounts, ids}
  params       jsonb       NOT NULL DEFAULT '{}',
  says         text        CHECK (length(says) BETWEEN 1 AND 2000),
  PRIMARY KEY (workspace_id, flag_id, no),
  FOREIGN KEY (workspace_id, flag_id) REFERENCES integrity.flag
);
SELECT kernel.protect('integrity.flag_step');
SELECT kernel.append_only('integrity.flag_step');

-- Holds of accruals that a flag placed. The money stays in incentives; here is only which.
CREATE TABLE integrity.flag_hold (
  workspace_id uuid        NOT NULL,
  flag_id      kernel.id   NOT NULL,
  hold_id      kernel.id   NOT NULL,
  PRIMARY KEY (workspace_id, flag_id, hold_id),
  FOREIGN KEY (workspace_id, flag_id) REFERENCES integrity.flag
);
CREATE UNIQUE INDEX flag_hold_once ON integrity.flag_hold (workspace_id, hold_id);
SELECT kernel.protect('integrity.flag_hold');

-- What the partner is asked, in words it reads, and what it answered. The rest of the flag is the company's own.
CREATE TABLE integrity.question (
  workspace_id uuid        NOT NULL,
  id           kernel.id   NOT NULL,
  flag_id      kernel.id   NOT NULL,
  partner_id   kernel.id   NOT NULL,
  question     text        NOT NULL CHECK (length(question) BETWEEN 3 AND 2000),
  due_on       date        NOT NULL,
  asked_at     timestamptz NOT NULL,
  asked_by     text        NOT NULL,
  answer       text        CHECK (length(answer) BETWEEN 1 AND 4000),
  answered_at  timestamptz,
  answered_by  text,
  -- as they were called then
  answered_name text,
  -- nothing more is expected: the flag ended
  closed_at    timestamptz,
  PRIMARY KEY (workspace_id, id),
  FOREIGN KEY (workspace_id, flag_id) REFERENCES integrity.flag,
  CHECK ((answer IS NULL) = (answered_at IS NULL) AND (answer IS NULL) = (answered_by IS NULL))
);
CREATE INDEX question_by_flag ON integrity.question (workspace_id, flag_id, asked_at);
CREATE INDEX question_by_partner ON integrity.question (workspace_id, partner_id, asked_at DESC);
SELECT kernel.protect('integrity.question', partner_column => 'partner_id');

-- Something broke. It ends with four answers and a fix that somebody verified (S0.65).
CREATE TABLE integrity.incident (
  workspace_id uuid        NOT NULL,
  id           kernel.id   NOT NULL,
  flag_id      kernel.id,
  partner_id   kernel.id   NOT NULL,
  severity     text        NOT NULL CHECK (severity IN ('watch', 'serious', 'critical')),
  at           timestamptz NOT NULL,
  opened_by    text        NOT NULL,
  what_broke   text        CHECK (length(what_broke) BETWEEN 1 AND 2000),
  how_fixed    text        CHECK (length(how_fixed) BETWEEN 1 AND 2000),
  who_answers  text        CHECK (length(who_answers) BETWEEN 1 AND 300),
  due_on       date,
  fixed_on     date,
  verified_by  text,
  verified_how text        CHECK (length(verified_how) BETWEEN 1 AND 1000),
  closed_at    timestamptz,
  PRIMARY KEY (workspace_id, id),
  FOREIGN KEY (workspace_id, partner_id) REFERENCES directory.partner,
  FOREIGN KEY (workspace_id, flag_id) REFERENCES integrity.flag,
  CONSTRAINT closed_with_four_answers CHECK (closed_at IS NULL OR (what_broke IS NOT NULL AND how_fixed IS NOT NULL
    AND who_answers IS NOT NULL AND due_on IS NOT NULL AND fixed_on IS NOT NULL AND verified_how IS NOT NULL))
);
CREATE UNIQUE INDEX incident_of_flag ON integrity.incident (workspace_id, flag_id) WHERE flag_id IS NOT NULL;
CREATE INDEX incident_by_partner ON integrity.incident (workspace_id, partner_id, at);
SELECT kernel.protect('integrity.incident');

-- Which of the ten rules of the code of honour was broken (S0.57–S0.66). Never rewritten; a mistake is taken back.
CREATE TABLE integrity.breach (
  workspace_id  uuid        NOT NULL,
  id            kernel.id   NOT NULL,
  partner_id    kernel.id   NOT NULL,
  rule          smallint    NOT NULL CHECK (rule BETWEEN 1 AND 10),
  at            timestamptz NOT NULL,
  flag_id       kernel.id,
  note          text        CHECK (length(note) BETWEEN 3 AND 1000),
  by_actor      text        NOT NULL,
  taken_back_at timestamptz,
  taken_back_by text,
  taken_back_because text   CHECK (length(taken_back_because) BETWEEN 3 AND 1000),
  PRIMARY KEY (workspace_id, id),
  FOREIGN KEY (workspace_id, partner_id) REFERENCES directory.partner,
  FOREIGN KEY (workspace_id, flag_id) REFERENCES integrity.flag,
  CHECK (flag_id IS NOT NULL OR note IS NOT NULL),
  CHECK ((taken_back_at IS NULL) = (taken_back_because IS NULL))
);
CREATE INDEX breach_by_partner ON integrity.breach (workspace_id, partner_id, at);
SELECT kernel.protect('integrity.breach');
CREATE TRIGGER keep_breach BEFORE UPDATE OF workspace_id, id, partner_id, rule, at, flag_id, note, by_actor
  ON integrity.breach FOR EACH ROW EXECUTE FUNCTION kernel.refuse_rewrite();
CREATE TRIGGER keep_breach_rows BEFORE DELETE ON integrity.breach FOR EACH ROW EXECUTE FUNCTION kernel.refuse_rewrite();
ALTER TABLE integrity.breach ENABLE ALWAYS TRIGGER keep_breach;
ALTER TABLE integrity.breach ENABLE ALWAYS TRIGGER keep_breach_rows;

-- Money that waits because of a flag, as it stands now.
CREATE VIEW integrity.v_flag WITH (security_invoker = true) AS
SELECT f.workspace_id, f.id, f.partner_id, f.detector, f.severity, f.state, f.opened_at, f.answer_due_on,
       COALESCE((
         SELECT sum(m.amount_minor) FROM integrity.flag_hold h
         JOIN incentives.v_held m ON m.workspace_id = h.workspace_id AND m.hold_id = h.hold_id
         WHERE h.workspace_id = f.workspace_id AND h.flag_id = f.id AND m.currency = f.currency), 0)::bigint AS held_minor,
       f.currency, f.at_stake_minor, f.held_until, f.ended_at
FROM integrity.flag f;
CREATE VIEW integrity.v_incident WITH (security_invoker = true) AS
SELECT workspace_id, id, partner_id, severity, at, fixed_on, due_on, closed_at FROM integrity.incident;
CREATE VIEW integrity.v_breach WITH (security_invoker = true) AS
SELECT workspace_id, partner_id, rule, at, id FROM integrity.breach WHERE taken_back_at IS NULL;
GRANT SELECT ON integrity.v_flag, integrity.v_incident, integrity.v_breach TO mosty_app;
