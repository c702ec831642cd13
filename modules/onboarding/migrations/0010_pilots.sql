SET lock_timeout = '5s';

-- A small pilot, an honest result, then growth (S0.61). What was agreed is locked here, not in the program.
CREATE TABLE onboarding.pilot (
  workspace_id uuid        NOT NULL,
  id           kernel.id   NOT NULL,
  partner_id   kernel.id   NOT NULL,
  launch_id    kernel.id   NOT NULL,
  -- how many paid sales are agreed, and until when
  volume       int         NOT NULL CHECK (volume BETWEEN 1 AND 10000),
  starts_on    date        NOT NULL,
  ends_on      date        NOT NULL,
  currency     text        NOT NULL CHECK (currency ~ '^[A-Z]{3}$'),
  -- what the pilot may cost beside rewards, and what one sale brings, costs us and pays the partner
  budget_minor bigint      NOT NULL CHECK (budget_minor BETWEEN 0 AND 1000000000000),
  price_minor  bigint      NOT NULL CHECK (price_minor BETWEEN 1 AND 1000000000000),
  cost_minor   bigint      NOT NULL CHECK (cost_minor BETWEEN 0 AND 1000000000000),
  reward_minor bigint      NOT NULL CHECK (reward_minor BETWEEN 0 AND 1000000000000),
  created_at   timestamptz NOT NULL,
  created_by   text        NOT NULL,
  locked_at    timestamptz,
  locked_by    text,
  verdict      text        CHECK (verdict IN ('scale', 'rework', 'part')),
  reason       text        CHECK (length(reason) BETWEEN 1 AND 2000),
  decided_at   timestamptz,
  decided_by   text,
  PRIMARY KEY (workspace_id, id),
  FOREIGN KEY (workspace_id, partner_id) REFERENCES directory.partner,
  FOREIGN KEY (workspace_id, launch_id) REFERENCES onboarding.launch,
  CHECK (ends_on > starts_on),
  CHECK ((locked_at IS NULL) = (locked_by IS NULL)),
  CHECK ((verdict IS NULL) = (decided_at IS NULL) AND (verdict IS NULL) = (decided_by IS NULL)),
  CHECK (verdict IS NULL OR (locked_at IS NOT NULL AND reason IS NOT NULL)),
  -- it pays at the agreed volume, or it does not begin (S0.44)
  CONSTRAINT pilot_pays CHECK (locked_at IS NULL OR volume * (price_minor - cost_minor - reward_minor) >= budget_minor)
);
CREATE UNIQUE INDEX pilot_one_open ON onboarding.pilot (workspace_id, partner_id) WHERE verdict IS NULL;
CREATE INDEX pilot_by_end ON onboarding.pilot (workspace_id, ends_on, id);
SELECT kernel.protect('onboarding.pilot', partner_column => 'partner_id');

CREATE TABLE onboarding.criterion (
  workspace_id uuid      NOT NULL,
  pilot_id     kernel.id NOT NULL,
  partner_id   kernel.id NOT NULL,
  position     int       NOT NULL CHECK (position BETWEEN 1 AND 12),
  metric       text      NOT NULL CHECK (metric IN ('registered_deals', 'won_deals', 'sales', 'paid_minor', 'refund_ppm', 'spent_minor', 'margin_minor')),
  comparison   text      NOT NULL CHECK (comparison IN ('at_least', 'at_most')),
  target       bigint    NOT NULL,
  PRIMARY KEY (workspace_id, pilot_id, position),
  UNIQUE (workspace_id, pilot_id, metric, comparison),
  FOREIGN KEY (workspace_id, pilot_id) REFERENCES onboarding.pilot
);
SELECT kernel.protect('onboarding.criterion', partner_column => 'partner_id');

-- Of a locked pilot nothing changes but the verdict, which is said once.
CREATE FUNCTION onboarding.keep_pilot() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF OLD.locked_at IS NULL THEN
    RETURN CASE WHEN TG_OP = 'DELETE' THEN OLD ELSE NEW END;
  END IF;
  IF TG_OP = 'DELETE' OR OLD.verdict IS NOT NULL
     OR to_jsonb(OLD) - ARRAY['verdict', 'reason', 'decided_at', 'decided_by']
        IS DISTINCT FROM to_jsonb(NEW) - ARRAY['verdict', 'reason', 'decided_at', 'decided_by'] THEN
    RAISE EXCEPTION 'pilot % is locked: % refused', OLD.id, TG_OP
      USING ERRCODE = 'restrict_violation', HINT = 'What was agreed at the start stays; the next pilot has its own.';
  END IF;
  RETURN NEW;
END $$;
REVOKE ALL ON FUNCTION onboarding.keep_pilot() FROM PUBLIC;
CREATE TRIGGER keep_pilot BEFORE UPDATE OR DELETE ON onboarding.pilot
  FOR EACH ROW EXECUTE FUNCTION onboarding.keep_pilot();
ALTER TABLE onboarding.pilot ENABLE ALWAYS TRIGGER keep_pilot;

CREATE FUNCTION onboarding.keep_criterion() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  about onboarding.criterion := CASE WHEN TG_OP = 'INSERT' THEN NEW ELSE OLD END;
  locked timestamptz;
BEGIN
  -- Against a pilot that is being locked at this moment.
  SELECT p.locked_at INTO locked FROM onboarding.pilot p
  WHERE p.workspace_id = about.workspace_id AND p.id = about.pilot_id FOR SHARE;
  IF locked IS NOT NULL THEN
    RAISE EXCEPTION 'pilot % is locked: % of a criterion refused', about.pilot_id, TG_OP
      USING ERRCODE = 'restrict_violation', HINT = 'Criteria are agreed before the start.';
  END IF;
  RETURN CASE WHEN TG_OP = 'DELETE' THEN OLD ELSE NEW END;
END $$;
REVOKE ALL ON FUNCTION onboarding.keep_criterion() FROM PUBLIC;
CREATE TRIGGER keep_criterion BEFORE INSERT OR UPDATE OR DELETE ON onboarding.criterion
  FOR EACH ROW EXECUTE FUNCTION onboarding.keep_criterion();
ALTER TABLE onboarding.criterion ENABLE ALWAYS TRIGGER keep_criterion;
REVOKE TRUNCATE ON onboarding.pilot, onboarding.criterion FROM mosty_app;
