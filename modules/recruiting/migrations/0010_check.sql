SET lock_timeout = '5s';

-- The ideal partner profile: who drives value, shares our audience, converts (S1.13). A version never changes.
CREATE TABLE recruiting.profile (
  workspace_id uuid        NOT NULL,
  version      int         NOT NULL CHECK (version > 0),
  body         jsonb       NOT NULL,
  reason       text        NOT NULL CHECK (length(reason) BETWEEN 1 AND 500),
  published_at timestamptz NOT NULL,
  published_by text        NOT NULL,
  PRIMARY KEY (workspace_id, version)
);
SELECT kernel.protect('recruiting.profile');
SELECT kernel.append_only('recruiting.profile');

-- `seq` tells the last of several that were written at one moment.
-- How a partner answers one question: of the profile, of the four criteria, of the three wins. The last one counts; the
-- ones before stay as they were said (S0.48).
CREATE TABLE recruiting.check_answer (
  workspace_id uuid        NOT NULL,
  id           kernel.id   NOT NULL,
  seq          bigint      GENERATED ALWAYS AS IDENTITY,
  partner_id   kernel.id   NOT NULL,
  -- of the profile: `profile.<code of the trait>`
  question     text        COLLATE "C" NOT NULL CHECK (question ~ '^[a-z][a-z0-9_.]{1,63}$'),
  answer       text        NOT NULL CHECK (answer IN ('yes', 'partly', 'no', 'unknown')),
  -- what the answer rests on: a sentence, a metric with its target, the sums of a pilot
  detail       jsonb       NOT NULL DEFAULT '{}' CHECK (jsonb_typeof(detail) = 'object'),
  at           timestamptz NOT NULL,
  by_actor     text        NOT NULL,
  PRIMARY KEY (workspace_id, id),
  FOREIGN KEY (workspace_id, partner_id) REFERENCES directory.partner
);
CREATE INDEX check_answer_by_question ON recruiting.check_answer (workspace_id, partner_id, question, seq DESC);
SELECT kernel.protect('recruiting.check_answer');
SELECT kernel.append_only('recruiting.check_answer');

-- What can be looked at: a case, a reference, a public trace. A screenshot is worth nothing until somebody else saw the
-- thing itself (S0.28).
CREATE TABLE recruiting.check_evidence (
  workspace_id uuid        NOT NULL,
  id           kernel.id   NOT NULL,
  partner_id   kernel.id   NOT NULL,
  subject      text        NOT NULL CHECK (subject IN ('values', 'reputation', 'role', 'economics',
                                                       'company_win', 'partner_win', 'client_win')),
  kind         text        NOT NULL CHECK (kind IN ('case', 'reference', 'public_trace', 'talk', 'calculation',
                                                    'document', 'screenshot')),
  says         text        NOT NULL CHECK (length(says) BETWEEN 1 AND 1000),
  source       text        NOT NULL CHECK (length(source) BETWEEN 1 AND 500),
  seen_on      date        NOT NULL,
  added_at     timestamptz NOT NULL,
  added_by     text        NOT NULL,
  PRIMARY KEY (workspace_id, id),
  FOREIGN KEY (workspace_id, partner_id) REFERENCES directory.partner
);
CREATE INDEX check_evidence_of_partner ON recruiting.check_evidence (workspace_id, partner_id, added_at, id);
SELECT kernel.protect('recruiting.check_evidence');
SELECT kernel.append_only('recruiting.check_evidence');

-- Another person looked at it: it is so, or it is not. The last word counts.
CREATE TABLE recruiting.check_verdict (
  workspace_id uuid        NOT NULL,
  id           kernel.id   NOT NULL,
  seq          bigint      GENERATED ALWAYS AS IDENTITY,
  evidence_id  kernel.id   NOT NULL,
  verdict      text        NOT NULL CHECK (verdict IN ('verified', 'refuted')),
  how          text        NOT NULL CHECK (length(how) BETWEEN 1 AND 500),
  at           timestamptz NOT NULL,
  by_actor     text        NOT NULL,
  PRIMARY KEY (workspace_id, id),
  FOREIGN KEY (workspace_id, evidence_id) REFERENCES recruiting.check_evidence
);
CREATE INDEX check_verdict_of_evidence ON recruiting.check_verdict (workspace_id, evidence_id, seq DESC);
SELECT kernel.protect('recruiting.check_verdict');
SELECT kernel.append_only('recruiting.check_verdict');

-- Nobody verifies what they brought themselves, whoever asks.
CREATE FUNCTION recruiting.verified_by_another() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF EXISTS (SELECT FROM recruiting.check_evidence e WHERE e.workspace_id = NEW.workspace_id
             AND e.id = NEW.evidence_id AND e.added_by = NEW.by_actor) THEN
    RAISE EXCEPTION 'evidence is verified by another person'
      USING ERRCODE = 'check_violation', CONSTRAINT = 'verified_by_another';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER verified_by_another BEFORE INSERT ON recruiting.check_verdict
  FOR EACH ROW EXECUTE FUNCTION recruiting.verified_by_another();

-- Why exactly them, and what is in it for them (S0.20, S1.16). The last one is what we come with.
CREATE TABLE recruiting.approach (
  workspace_id  uuid        NOT NULL,
  id            kernel.id   NOT NULL,
  seq           bigint      GENERATED ALWAYS AS IDENTITY,
  partner_id    kernel.id   NOT NULL,
  why_you       text        NOT NULL CHECK (length(why_you) BETWEEN 1 AND 2000),
  partner_value text        NOT NULL CHECK (length(partner_value) BETWEEN 1 AND 2000),
  at            timestamptz NOT NULL,
  by_actor      text        NOT NULL,
  PRIMARY KEY (workspace_id, id),
  FOREIGN KEY (workspace_id, partner_id) REFERENCES directory.partner
);
CREATE INDEX approach_of_partner ON recruiting.approach (workspace_id, partner_id, seq DESC);
SELECT kernel.protect('recruiting.approach');
SELECT kernel.append_only('recruiting.approach');

CREATE TABLE recruiting.reply (
  workspace_id uuid        NOT NULL,
  id           kernel.id   NOT NULL,
  seq          bigint      GENERATED ALWAYS AS IDENTITY,
  partner_id   kernel.id   NOT NULL,
  said         text        NOT NULL CHECK (said IN ('interested', 'later', 'refused')),
  replied_on   date        NOT NULL,
  note         text        CHECK (length(note) BETWEEN 1 AND 1000),
  at           timestamptz NOT NULL,
  by_actor     text        NOT NULL,
  PRIMARY KEY (workspace_id, id),
  FOREIGN KEY (workspace_id, partner_id) REFERENCES directory.partner
);
CREATE INDEX reply_of_partner ON recruiting.reply (workspace_id, partner_id, replied_on DESC, seq DESC);
SELECT kernel.protect('recruiting.reply');
SELECT kernel.append_only('recruiting.reply');

-- The five answers about the class and what followed from them on that day (S2.40).
CREATE TABLE recruiting.class_answer (
  workspace_id uuid        NOT NULL,
  id           kernel.id   NOT NULL,
  seq          bigint      GENERATED ALWAYS AS IDENTITY,
  partner_id   kernel.id   NOT NULL,
  answers      jsonb       NOT NULL CHECK (jsonb_typeof(answers) = 'object'),
  outcome      text        NOT NULL CHECK (outcome IN ('referral', 'partner_sales', 'alliance', 'contact')),
  at           timestamptz NOT NULL,
  by_actor     text        NOT NULL,
  PRIMARY KEY (workspace_id, id),
  FOREIGN KEY (workspace_id, partner_id) REFERENCES directory.partner
);
CREATE INDEX class_answer_of_partner ON recruiting.class_answer (workspace_id, partner_id, seq DESC);
SELECT kernel.protect('recruiting.class_answer');
SELECT kernel.append_only('recruiting.class_answer');

-- What two companies do together for long (S2.21): influence first, money when there is any (S2.22).
CREATE TABLE recruiting.alliance_goal (
  workspace_id uuid        NOT NULL,
  id           kernel.id   NOT NULL,
  partner_id   kernel.id   NOT NULL,
  kind         text        NOT NULL CHECK (kind IN ('product_or_event', 'technology_or_audience', 'brand', 'new_market')),
  gain         text        NOT NULL CHECK (gain IN ('influence', 'money', 'both')),
  aim          text        NOT NULL CHECK (length(aim) BETWEEN 1 AND 500),
  -- how both will see that it is reached
  proof        text        NOT NULL CHECK (length(proof) BETWEEN 1 AND 500),
  review_on    date        NOT NULL,
  state        text        NOT NULL DEFAULT 'open' CHECK (state IN ('open', 'reached', 'dropped')),
  -- what was seen, or why it was dropped
  outcome      text        CHECK (length(outcome) BETWEEN 1 AND 1000),
  set_at       timestamptz NOT NULL,
  set_by       text        NOT NULL,
  decided_at   timestamptz,
  decided_by   text,
  PRIMARY KEY (workspace_id, id),
  FOREIGN KEY (workspace_id, partner_id) REFERENCES directory.partner,
  CHECK ((state = 'open') = (outcome IS NULL)),
  CHECK ((state = 'open') = (decided_at IS NULL)),
  CHECK ((state = 'open') = (decided_by IS NULL))
);
CREATE INDEX alliance_goal_of_partner ON recruiting.alliance_goal (workspace_id, partner_id, set_at, id);
SELECT kernel.protect('recruiting.alliance_goal');
