SET lock_timeout = '5s';
CREATE SCHEMA agenda;
GRANT USAGE ON SCHEMA agenda TO mosty_app;

-- What a rule found of a partner and goes on finding. The sums are those of the last night: stake × lift × urgency.
CREATE TABLE agenda.card (
  workspace_id uuid        NOT NULL,
  id           kernel.id   NOT NULL,
  rule         text        COLLATE "C" NOT NULL,
  -- what it is about: a deal, a claim, a statement, or the partner itself
  subject      text        COLLATE "C" NOT NULL,
  partner_id   kernel.id   NOT NULL,
  stake_minor  bigint      NOT NULL CHECK (stake_minor >= 0),
  currency     char(3)     NOT NULL,
  lift_ppm     int         NOT NULL CHECK (lift_ppm BETWEEN 0 AND 1000000),
  urgency_ppm  int         NOT NULL CHECK (urgency_ppm BETWEEN 1000000 AND 2000000),
  value_minor  bigint      NOT NULL CHECK (value_minor >= 0),
  minutes      int         NOT NULL CHECK (minutes BETWEEN 1 AND 480),
  due_on       date,
  -- why it stands first whatever it is worth
  pinned       text        CHECK (pinned IN ('law', 'critical', 'money', 'unseen')),
  is_new_face  boolean     NOT NULL,
  -- figures for the sentence; no personal data
  params       jsonb       NOT NULL,
  found_on     date        NOT NULL,
  gone_on      date,
  PRIMARY KEY (workspace_id, id),
  FOREIGN KEY (workspace_id, partner_id) REFERENCES directory.partner
);
CREATE UNIQUE INDEX card_one_open ON agenda.card (workspace_id, rule, subject) WHERE gone_on IS NULL;
CREATE INDEX card_of_rule ON agenda.card (workspace_id, rule, found_on);
SELECT kernel.protect('agenda.card');

-- What was said to a card: it teaches the rule. Taken back, it was never said.
CREATE TABLE agenda.answer (
  workspace_id  uuid        NOT NULL,
  id            kernel.id   NOT NULL,
  card_id       kernel.id   NOT NULL,
  rule          text        COLLATE "C" NOT NULL,
  partner_id    kernel.id   NOT NULL,
  verdict       text        NOT NULL CHECK (verdict IN ('done', 'put_off', 'disagree')),
  reason        text        CHECK (length(reason) BETWEEN 1 AND 500),
  -- till then the card is not shown
  until_on      date        NOT NULL,
  minutes       int         NOT NULL CHECK (minutes BETWEEN 0 AND 480),
  next_step_id  kernel.id,
  answered_on   date        NOT NULL,
  at            timestamptz NOT NULL,
  by_member     kernel.id   NOT NULL,
  taken_back_at timestamptz,
  PRIMARY KEY (workspace_id, id),
  FOREIGN KEY (workspace_id, card_id) REFERENCES agenda.card,
  CHECK (verdict = 'done' OR reason IS NOT NULL)
);
CREATE INDEX answer_by_card ON agenda.answer (workspace_id, card_id, at DESC);
CREATE INDEX answer_by_day ON agenda.answer (workspace_id, answered_on, by_member);
SELECT kernel.protect('agenda.answer');

-- Minutes a person has for partners in a week; whoever is not here has the shipped number.
CREATE TABLE agenda.capacity (
  workspace_id uuid        NOT NULL,
  member_id    kernel.id   NOT NULL,
  minutes      int         NOT NULL CHECK (minutes BETWEEN 15 AND 2400),
  set_at       timestamptz NOT NULL,
  set_by       text        NOT NULL,
  PRIMARY KEY (workspace_id, member_id)
);
SELECT kernel.protect('agenda.capacity');

-- How each rule fared when the agenda was built last. One that broke says so, and the others go on.
CREATE TABLE agenda.rule_run (
  workspace_id uuid        NOT NULL,
  rule         text        COLLATE "C" NOT NULL,
  ran_on       date        NOT NULL,
  ran_at       timestamptz NOT NULL,
  found        int         NOT NULL CHECK (found >= 0),
  is_broken    boolean     NOT NULL,
  -- what its outcomes say: {liftPpm, seen, disagreed}
  lift         jsonb       NOT NULL,
  PRIMARY KEY (workspace_id, rule)
);
SELECT kernel.protect('agenda.rule_run');
