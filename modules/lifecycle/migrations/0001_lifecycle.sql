SET lock_timeout = '5s';
CREATE SCHEMA lifecycle;
GRANT USAGE ON SCHEMA lifecycle TO mosty_app;

-- Every step of the conveyor, as in domain/table.ts; a test holds the two equal. What a gate asks stands here too, so
-- that a passage without it is refused by the database whoever writes it.
CREATE TABLE lifecycle.allowed (
  path       text NOT NULL CHECK (path IN ('standard', 'scaled', 'referral', 'alliance')),
  from_stage text NOT NULL,
  to_stage   text NOT NULL,
  evidence   text[] NOT NULL,
  PRIMARY KEY (path, from_stage, to_stage)
);
GRANT SELECT ON lifecycle.allowed TO mosty_app;
INSERT INTO lifecycle.allowed (path, from_stage, to_stage, evidence)
SELECT path, from_stage, to_stage, evidence::text[] FROM (VALUES
  ('{standard,scaled}', '{mention}', 'candidate', '{not_stop_listed,profile_or_mentions}'),
  ('{referral,alliance}', '{mention}', 'candidate', '{not_stop_listed}'),
  ('{standard,scaled,alliance}', '{candidate}', 'talking', '{why_you,partner_value}'),
  ('{standard,scaled}', '{talking}', 'checking', '{partner_replied,class_decided}'),
  ('{standard,scaled}', '{checking}', 'approved', '{four_criteria,three_wins}'),
  ('{alliance}', '{talking}', 'approved', '{partner_replied,alliance_goals}'),
  ('{referral}', '{candidate}', 'approved', '{client_proven,class_decided}'),
  ('{standard,scaled,referral,alliance}', '{candidate,talking,checking,approved}', 'declined', '{reason_given,letter_sent}'),
  ('{standard,scaled,referral,alliance}', '{mention,candidate,talking,checking,approved,agreed,launch,pilot,working,paused,review,leaving,ended,declined}', 'stop_listed', '{stop_reason,two_people}'),
  ('{standard,scaled,referral,alliance}', '{approved}', 'agreed', '{expectations_accepted,code_accepted,faces_set,pd_consent,legal_form_allowed}'),
  ('{standard,scaled}', '{agreed}', 'launch', '{first_step_dated}'),
  ('{referral,alliance}', '{agreed}', 'working', '{}'),
  ('{standard,scaled}', '{launch}', 'pilot', '{launch_steps,scenario_chosen,pilot_locked}'),
  ('{standard,scaled}', '{pilot}', 'working', '{pilot_met}'),
  ('{standard,scaled}', '{pilot}', 'launch', '{rework_once,reason_given}'),
  ('{standard,scaled,referral,alliance}', '{working}', 'paused', '{reason_given,return_date}'),
  ('{standard,scaled,referral,alliance}', '{paused}', 'working', '{return_reached_or_word,faces_set,expectations_valid}'),
  ('{standard,scaled,referral,alliance}', '{working}', 'review', '{reason_given}'),
  ('{standard,scaled,referral,alliance}', '{review}', 'working', '{four_answers,fix_verified}'),
  ('{standard,scaled,referral,alliance}', '{agreed,launch,pilot,working,paused,review}', 'leaving', '{reason_given,owner_for_top}'),
  ('{standard,scaled,referral,alliance}', '{leaving}', 'ended', '{thanks_sent,summary_agreed,clients_handed_over,promises_closed,balance_settled,nothing_disputed,links_neutral,access_closed,retention_set}'),
  ('{standard,scaled,referral,alliance}', '{ended,declined}', 'candidate', '{may_return,not_stop_listed}')
) AS step (paths, froms, to_stage, evidence)
CROSS JOIN unnest(paths::text[]) AS path CROSS JOIN unnest(froms::text[]) AS from_stage;

-- Where each partner stands now. A contact has no row. Moved only by a passage: nobody writes here.
CREATE TABLE lifecycle.standing (
  workspace_id uuid        NOT NULL,
  partner_id   kernel.id   NOT NULL,
  path         text        NOT NULL,
  stage        text        NOT NULL,
  since        timestamptz NOT NULL,
  passage_no   int         NOT NULL,
  -- when it comes back (paused), or may (declined, ended)
  return_on    date,
  -- it stands where it was taken as it is, without its gates
  taken_over   boolean     NOT NULL,
  PRIMARY KEY (workspace_id, partner_id),
  FOREIGN KEY (workspace_id, partner_id) REFERENCES directory.partner
);
CREATE INDEX standing_by_stage ON lifecycle.standing (workspace_id, stage, since, partner_id);
SELECT kernel.protect('lifecycle.standing', partner_column => 'partner_id');
REVOKE INSERT, UPDATE, DELETE ON lifecycle.standing FROM mosty_app;

-- Each step a partner made, once for ever. Evidence holds codes and ids, never names or words of people.
CREATE TABLE lifecycle.passage (
  workspace_id uuid        NOT NULL,
  partner_id   kernel.id   NOT NULL,
  no           int         NOT NULL CHECK (no > 0),
  path         text        NOT NULL CHECK (path IN ('standard', 'scaled', 'referral', 'alliance')),
  -- NULL: it begins here
  from_stage   text,
  to_stage     text        NOT NULL,
  at           timestamptz NOT NULL,
  by_actor     text        NOT NULL,
  reason_code  text        CHECK (reason_code ~ '^[a-z_]{2,40}$'),
  return_on    date,
  taken_over   boolean     NOT NULL DEFAULT false,
  -- [{code, rows: [{code, params}]}]
  evidence     jsonb       NOT NULL DEFAULT '[]',
  PRIMARY KEY (workspace_id, partner_id, no),
  FOREIGN KEY (workspace_id, partner_id) REFERENCES directory.partner
);
CREATE INDEX passage_by_time ON lifecycle.passage (workspace_id, at);
SELECT kernel.protect('lifecycle.passage', partner_column => 'partner_id');
SELECT kernel.append_only('lifecycle.passage');

-- S0.18, S0.74: the order of gates is fixed. The present stage, the running number and the pair are held against the table,
-- and the standing follows in the same breath.
CREATE FUNCTION lifecycle.keep_order() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = '' AS $$
DECLARE
  here lifecycle.standing;
  asked text[];
BEGIN
  SELECT * INTO here FROM lifecycle.standing s
  WHERE s.workspace_id = NEW.workspace_id AND s.partner_id = NEW.partner_id FOR UPDATE;
  IF NEW.no <> COALESCE(here.passage_no, 0) + 1 OR NEW.from_stage IS DISTINCT FROM here.stage THEN
    RAISE EXCEPTION 'the partner stands elsewhere by now' USING ERRCODE = 'check_violation', CONSTRAINT = 'passage_in_turn';
  END IF;
  IF NEW.taken_over THEN
    IF NEW.reason_code IS NULL OR NEW.to_stage NOT IN ('agreed', 'working') OR NEW.from_stage = NEW.to_stage
       OR NEW.from_stage NOT IN ('mention', 'candidate', 'talking', 'checking', 'approved', 'agreed', 'launch', 'pilot') THEN
      RAISE EXCEPTION 'nobody is taken over from % to %', NEW.from_stage, NEW.to_stage
        USING ERRCODE = 'check_violation', CONSTRAINT = 'passage_allowed';
    END IF;
  ELSIF NEW.from_stage IS NULL THEN
    IF NEW.to_stage <> 'mention' THEN
      RAISE EXCEPTION 'the conveyor begins with a mention, not with %', NEW.to_stage
        USING ERRCODE = 'check_violation', CONSTRAINT = 'passage_allowed';
    END IF;
  ELSIF NEW.from_stage = NEW.to_stage THEN
    IF NEW.path = here.path OR NEW.to_stage NOT IN ('mention', 'candidate', 'talking', 'checking')
       OR NOT EXISTS (SELECT FROM lifecycle.allowed a WHERE a.path = NEW.path AND a.from_stage = NEW.to_stage
         AND a.to_stage NOT IN ('declined', 'stop_listed')) THEN
      RAISE EXCEPTION 'the path is not changed in %', NEW.to_stage
        USING ERRCODE = 'check_violation', CONSTRAINT = 'passage_allowed';
    END IF;
  ELSE
    SELECT a.evidence INTO asked FROM lifecycle.allowed a
    WHERE a.path = here.path AND a.path = NEW.path AND a.from_stage = NEW.from_stage AND a.to_stage = NEW.to_stage;
    IF NOT FOUND THEN
      RAISE EXCEPTION 'no step from % to % on the path %', NEW.from_stage, NEW.to_stage, NEW.path
        USING ERRCODE = 'check_violation', CONSTRAINT = 'passage_allowed';
    END IF;
    IF NOT asked <@ ARRAY(SELECT one ->> 'code' FROM jsonb_array_elements(NEW.evidence) AS one) THEN
      RAISE EXCEPTION 'the gate to % asks for %', NEW.to_stage, asked
        USING ERRCODE = 'check_violation', CONSTRAINT = 'passage_with_evidence';
    END IF;
  END IF;
  INSERT INTO lifecycle.standing AS s (workspace_id, partner_id, path, stage, since, passage_no, return_on, taken_over)
  VALUES (NEW.workspace_id, NEW.partner_id, NEW.path, NEW.to_stage, NEW.at, NEW.no, NEW.return_on, NEW.taken_over)
  ON CONFLICT (workspace_id, partner_id) DO UPDATE
  SET path = EXCLUDED.path, stage = EXCLUDED.stage, passage_no = EXCLUDED.passage_no, return_on = EXCLUDED.return_on,
      since = CASE WHEN s.stage = EXCLUDED.stage THEN s.since ELSE EXCLUDED.since END,
      -- Somebody who came back through the gates from the beginning is no longer «taken as it is».
      taken_over = EXCLUDED.taken_over OR (s.taken_over AND EXCLUDED.stage <> 'candidate');
  RETURN NEW;
END $$;
REVOKE ALL ON FUNCTION lifecycle.keep_order() FROM PUBLIC;
CREATE TRIGGER keep_order BEFORE INSERT ON lifecycle.passage
  FOR EACH ROW EXECUTE FUNCTION lifecycle.keep_order();
ALTER TABLE lifecycle.passage ENABLE ALWAYS TRIGGER keep_order;

-- What was said of each review when it ended well: the four answers (S0.65). Words of people, for the team only.
CREATE TABLE lifecycle.answer (
  workspace_id uuid      NOT NULL,
  partner_id   kernel.id NOT NULL,
  passage_no   int       NOT NULL,
  what_broke   text      NOT NULL,
  how_fixed    text      NOT NULL,
  who_answers  text      NOT NULL,
  done_on      date      NOT NULL,
  PRIMARY KEY (workspace_id, partner_id, passage_no),
  FOREIGN KEY (workspace_id, partner_id, passage_no) REFERENCES lifecycle.passage
);
SELECT kernel.protect('lifecycle.answer');
SELECT kernel.append_only('lifecycle.answer');

-- How many days a partner usually spends in a stage, where the company says otherwise than domain/norms.ts.
CREATE TABLE lifecycle.norm (
  workspace_id uuid NOT NULL,
  stage        text NOT NULL,
  -- NULL: no norm
  days         int  CHECK (days BETWEEN 1 AND 730),
  PRIMARY KEY (workspace_id, stage)
);
SELECT kernel.protect('lifecycle.norm');

CREATE VIEW lifecycle.v_standing WITH (security_invoker = true) AS
SELECT workspace_id, partner_id, path, stage, since, return_on, taken_over FROM lifecycle.standing;
GRANT SELECT ON lifecycle.v_standing TO mosty_app;
