SET lock_timeout = '5s';

-- A comparison of schemes on history that somebody wanted to come back to: the question with the terms as they were then.
-- Its figures are counted anew each time it is opened. Nothing was decided by it, so it may be thrown away.
CREATE TABLE incentives.trial (
  workspace_id uuid        NOT NULL,
  id           kernel.id   NOT NULL,
  name         text        NOT NULL CHECK (length(name) BETWEEN 1 AND 200),
  class        text        NOT NULL CHECK (class IN ('referral', 'partner_sales', 'alliance')),
  -- days of the sales: half-open
  from_on      date        NOT NULL,
  to_on        date        NOT NULL CHECK (to_on > from_on),
  -- NULL: every partner of the class
  partner_ids  text[]      CHECK (cardinality(partner_ids) BETWEEN 1 AND 100),
  -- [{name, terms}], one to four
  schemes      jsonb       NOT NULL CHECK (jsonb_array_length(schemes) BETWEEN 1 AND 4),
  saved_at     timestamptz NOT NULL,
  saved_by     text        NOT NULL,
  PRIMARY KEY (workspace_id, id)
);
CREATE INDEX trial_by_time ON incentives.trial (workspace_id, saved_at DESC, id DESC);
SELECT kernel.protect('incentives.trial');
CREATE TRIGGER keep_trial BEFORE UPDATE ON incentives.trial FOR EACH ROW EXECUTE FUNCTION kernel.refuse_rewrite();
ALTER TABLE incentives.trial ENABLE ALWAYS TRIGGER keep_trial;
