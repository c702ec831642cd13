SET lock_timeout = '5s';

-- The last guard looks at all that a database transaction recorded at once: asked once for each movement, it was a tenth
-- of what the database spends on a sale. A row here is that question, put by the statement that records and taken away by
-- its answer, so that another statement puts it again. Never seen outside its transaction, hence not logged.
CREATE UNLOGGED TABLE ledger.unchecked (
  workspace_id uuid NOT NULL,
  recorded_in  xid8 NOT NULL,
  PRIMARY KEY (workspace_id, recorded_in)
);
SELECT kernel.protect('ledger.unchecked', shared => true);
REVOKE ALL ON ledger.unchecked FROM mosty_app;

CREATE OR REPLACE FUNCTION ledger.check_transactions() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = '' AS $$
DECLARE
  one record;
BEGIN
  -- One pass: a statement brings thousands of rows and a handful of kinds and months.
  FOR one IN SELECT DISTINCT workspace_id, period, kind, source_kind, recorded_in FROM fresh LOOP
    IF one.recorded_in <> pg_current_xact_id() THEN
      RAISE EXCEPTION 'recorded_in is not the current transaction' USING ERRCODE = 'check_violation';
    END IF;
    IF NOT (one.kind ~ '^[a-z][a-z_]{1,39}$' AND one.source_kind ~ '^[a-z][a-z_]{1,39}$' AND one.period ~ '^\d{4}-(0[1-9]|1[0-2])$') THEN
      RAISE EXCEPTION 'malformed kind, source_kind or period: % % %', one.kind, one.source_kind, one.period USING ERRCODE = 'check_violation';
    END IF;
    PERFORM pg_advisory_xact_lock_shared(ledger.period_key(one.workspace_id));
    IF EXISTS (SELECT FROM ledger.period_lock l WHERE l.workspace_id = one.workspace_id AND one.period <= l.closed_through) THEN
      RAISE EXCEPTION 'the month % is closed', one.period USING ERRCODE = 'restrict_violation', CONSTRAINT = 'ledger_period_open';
    END IF;
    INSERT INTO ledger.unchecked (workspace_id, recorded_in) VALUES (one.workspace_id, one.recorded_in) ON CONFLICT DO NOTHING;
  END LOOP;
  RETURN NULL;
END $$;

-- At the commit: every transaction has at least two entries and sums to zero per currency. Found by their keys, whatever
-- the planner believes; that none is found at all would be a guard that sees nothing.
DROP TRIGGER check_whole ON ledger.transaction;
CREATE OR REPLACE FUNCTION ledger.check_whole() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = ''
SET enable_hashjoin = off SET enable_mergejoin = off SET enable_seqscan = off AS $$
DECLARE
  wrong record;
BEGIN
  DELETE FROM ledger.unchecked WHERE workspace_id = NEW.workspace_id AND recorded_in = NEW.recorded_in;
  SELECT t.id, count(e.position) AS counted INTO wrong
  FROM ledger.transaction t
  LEFT JOIN ledger.entry e ON e.workspace_id = t.workspace_id AND e.transaction_id = t.id
  WHERE t.recorded_in = NEW.recorded_in
  GROUP BY t.workspace_id, t.id, e.currency
  HAVING count(e.position) < 2 OR sum(e.amount_minor) <> 0 LIMIT 1;
  IF FOUND THEN
    RAISE EXCEPTION 'transaction % has % entries or does not sum to zero', wrong.id, wrong.counted USING ERRCODE = 'check_violation';
  END IF;
  IF NOT EXISTS (SELECT FROM ledger.transaction t WHERE t.recorded_in = NEW.recorded_in) THEN
    RAISE EXCEPTION 'what was recorded cannot be seen' USING ERRCODE = 'check_violation';
  END IF;
  RETURN NULL;
END $$;
CREATE CONSTRAINT TRIGGER check_whole AFTER INSERT ON ledger.unchecked
  DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION ledger.check_whole();
