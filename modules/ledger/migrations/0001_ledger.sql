SET lock_timeout = '5s';
CREATE SCHEMA ledger;
GRANT USAGE ON SCHEMA ledger TO mosty_app;

-- Accounts are made when first posted to and never change. Payables (partner_…, and payout_clearing: what was taken for
-- a payout and has not left the bank) grow by credit.
CREATE TABLE ledger.account (
  workspace_id uuid        NOT NULL,
  id           kernel.id   NOT NULL,
  kind         text        COLLATE "C" NOT NULL CHECK (kind IN ('partner_pending', 'partner_on_hold', 'partner_available',
    'clawback_receivable', 'commission_expense', 'fee_expense', 'payout_clearing', 'bank', 'fx_difference', 'write_off')),
  partner_id   kernel.id,
  currency     char(3)     NOT NULL,
  created_at   timestamptz NOT NULL,
  PRIMARY KEY (workspace_id, id),
  UNIQUE NULLS NOT DISTINCT (workspace_id, partner_id, kind, currency),
  CHECK ((kind IN ('partner_pending', 'partner_on_hold', 'partner_available', 'clawback_receivable',
    'payout_clearing')) = (partner_id IS NOT NULL))
);
SELECT kernel.protect('ledger.account', partner_column => 'partner_id');
SELECT kernel.append_only('ledger.account');

-- One money movement. (source_kind, source_id, kind) is its business key for ever: a retried movement is the same one.
CREATE TABLE ledger.transaction (
  workspace_id uuid        NOT NULL,
  id           kernel.id   NOT NULL,
  -- kind, source_kind and period have a form: check_transactions asks once for each that a statement brings
  kind         text        COLLATE "C" NOT NULL,
  source_kind  text        COLLATE "C" NOT NULL,
  source_id    text        COLLATE "C" NOT NULL CHECK (length(source_id) BETWEEN 1 AND 100),
  -- the only partner it touches; NULL when it touches none or several
  partner_id   kernel.id,
  effective_at timestamptz NOT NULL,
  recorded_at  timestamptz NOT NULL,
  -- the company's month it counts in: that of effective_at, or a later one when that was already closed
  period       char(7)     COLLATE "C" NOT NULL,
  reason       text,
  author       text        NOT NULL,
  reverses_id  kernel.id,
  -- the database transaction that recorded it: the only one that may add its entries
  recorded_in  xid8        NOT NULL DEFAULT pg_current_xact_id(),
  PRIMARY KEY (workspace_id, id),
  UNIQUE (workspace_id, source_id, source_kind, kind)
);
CREATE INDEX transaction_by_period ON ledger.transaction (workspace_id, period);
-- For keep_entries: what was recorded just now, found the same way whatever the planner believes.
CREATE INDEX transaction_recorded_in ON ledger.transaction (recorded_in);
SELECT kernel.protect('ledger.transaction', partner_column => 'partner_id');
SELECT kernel.append_only('ledger.transaction');

-- Debit is positive. partner_id and currency repeat those of the account, checked below.
-- No foreign keys: keep_entries holds both references for a whole statement at once, a fifth of the price of a look-up
-- per row, and neither accounts nor transactions can be deleted.
CREATE TABLE ledger.entry (
  workspace_id   uuid      NOT NULL,
  transaction_id kernel.id NOT NULL,
  position       smallint  NOT NULL CHECK (position > 0),
  account_id     kernel.id NOT NULL,
  partner_id     kernel.id,
  currency       char(3)   NOT NULL,
  amount_minor   bigint    NOT NULL CHECK (amount_minor <> 0),
  PRIMARY KEY (workspace_id, transaction_id, position)
);
-- Partial, though every row is in it: check_whole, which does not ask for a position, must never be planned by it.
CREATE INDEX entry_by_account ON ledger.entry (workspace_id, account_id, transaction_id) WHERE position > 0;
SELECT kernel.protect('ledger.entry', partner_column => 'partner_id');
SELECT kernel.append_only('ledger.entry');

-- What every account holds, kept by the database itself in the transaction that adds the entries.
CREATE TABLE ledger.balance (
  workspace_id uuid      NOT NULL,
  account_id   kernel.id NOT NULL,
  partner_id   kernel.id,
  currency     char(3)   NOT NULL,
  amount_minor bigint    NOT NULL,
  entries      bigint    NOT NULL,
  PRIMARY KEY (workspace_id, account_id)
);
SELECT kernel.protect('ledger.balance', partner_column => 'partner_id');
REVOKE INSERT, UPDATE, DELETE ON ledger.balance FROM mosty_app;

-- The last closed month. Nothing is posted into it or before it.
CREATE TABLE ledger.period_lock (
  workspace_id   uuid        PRIMARY KEY,
  closed_through char(7)     COLLATE "C" NOT NULL CHECK (closed_through ~ '^\d{4}-(0[1-9]|1[0-2])$'),
  closed_at      timestamptz NOT NULL
);
SELECT kernel.protect('ledger.period_lock', shared => true);
REVOKE DELETE ON ledger.period_lock FROM mosty_app;

CREATE FUNCTION ledger.guard_period_lock() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF TG_OP = 'UPDATE' THEN
    IF NEW.workspace_id = OLD.workspace_id AND NEW.closed_through > OLD.closed_through THEN
      RETURN NEW;
    END IF;
  END IF;
  RAISE EXCEPTION 'a closed month is never opened again' USING ERRCODE = 'restrict_violation';
END $$;
CREATE TRIGGER guard_period_lock BEFORE UPDATE OR DELETE ON ledger.period_lock
  FOR EACH ROW EXECUTE FUNCTION ledger.guard_period_lock();
CREATE TRIGGER guard_period_lock_table BEFORE TRUNCATE ON ledger.period_lock
  FOR EACH STATEMENT EXECUTE FUNCTION ledger.guard_period_lock();

-- Everybody who posts holds it shared until his commit, the one who closes a month alone: so a month is closed
-- either before a posting reads where it may go or after that posting is seen in the month's totals.
CREATE FUNCTION ledger.period_key(workspace uuid) RETURNS bigint LANGUAGE sql STABLE AS
$$ SELECT hashtextextended('ledger.period:' || workspace, 0) $$;

CREATE FUNCTION ledger.check_transactions() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = '' AS $$
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
  END LOOP;
  RETURN NULL;
END $$;
CREATE TRIGGER check_transactions AFTER INSERT ON ledger.transaction
  REFERENCING NEW TABLE AS fresh FOR EACH STATEMENT EXECUTE FUNCTION ledger.check_transactions();

-- Every statement that adds entries leaves each touched transaction at zero per currency, and the balances kept.
-- Its plan holds for a table of any size and age: before statistics know a workspace the planner takes all of its rows
-- for one, and a look-up by key may read the whole workspace for each row (60 s instead of 0.2 s for ten thousand).
CREATE FUNCTION ledger.keep_entries() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = ''
SET enable_nestloop = off SET enable_mergejoin = off SET enable_seqscan = off AS $$
DECLARE
  here CONSTANT xid8 := pg_current_xact_id();
  accounts bigint;
  kept bigint;
  wrong record;
BEGIN
  SELECT f.transaction_id INTO wrong FROM fresh f
  WHERE NOT EXISTS (
    SELECT FROM ledger.transaction t
    WHERE t.recorded_in = here AND t.workspace_id = f.workspace_id AND t.id = f.transaction_id)
  LIMIT 1;
  IF FOUND THEN
    RAISE EXCEPTION 'transaction % was not recorded here: entries are added only together with it', wrong.transaction_id
      USING ERRCODE = 'restrict_violation';
  END IF;
  SELECT transaction_id, currency, sum(amount_minor) AS rest INTO wrong FROM fresh
  GROUP BY workspace_id, transaction_id, currency HAVING sum(amount_minor) <> 0 LIMIT 1;
  IF FOUND THEN
    RAISE EXCEPTION 'transaction % is off by % %', wrong.transaction_id, wrong.rest, wrong.currency USING ERRCODE = 'check_violation';
  END IF;
  -- In the order of ids, so that two batches never wait for each other in a circle. A balance is the account's own: it
  -- was held against the account when it was made (check_balance), and is moved only by entries of its partner and currency.
  WITH moved AS (
    SELECT workspace_id, account_id, partner_id, currency, sum(amount_minor)::bigint AS amount_minor, count(*) AS entries
    FROM fresh GROUP BY workspace_id, account_id, partner_id, currency ORDER BY workspace_id, account_id
  ), saved AS (
    INSERT INTO ledger.balance AS b (workspace_id, account_id, partner_id, currency, amount_minor, entries)
    SELECT * FROM moved
    ON CONFLICT (workspace_id, account_id) DO UPDATE
    SET amount_minor = b.amount_minor + EXCLUDED.amount_minor, entries = b.entries + EXCLUDED.entries
    WHERE b.currency = EXCLUDED.currency AND b.partner_id IS NOT DISTINCT FROM EXCLUDED.partner_id
    RETURNING 1
  )
  SELECT (SELECT count(*) FROM moved), (SELECT count(*) FROM saved) INTO accounts, kept;
  IF kept < accounts THEN
    RAISE EXCEPTION 'an entry is of another partner or currency than its account' USING ERRCODE = 'foreign_key_violation';
  END IF;
  RETURN NULL;
END $$;
CREATE TRIGGER keep_entries AFTER INSERT ON ledger.entry
  REFERENCING NEW TABLE AS fresh FOR EACH STATEMENT EXECUTE FUNCTION ledger.keep_entries();

CREATE FUNCTION ledger.check_balance() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = '' AS $$
BEGIN
  IF NOT EXISTS (SELECT FROM ledger.account a WHERE a.workspace_id = NEW.workspace_id AND a.id = NEW.account_id
    AND a.currency = NEW.currency AND a.partner_id IS NOT DISTINCT FROM NEW.partner_id) THEN
    RAISE EXCEPTION 'account % is unknown, or of another partner or currency', NEW.account_id USING ERRCODE = 'foreign_key_violation';
  END IF;
  RETURN NULL;
END $$;
CREATE TRIGGER check_balance AFTER INSERT ON ledger.balance FOR EACH ROW EXECUTE FUNCTION ledger.check_balance();

-- The last guard, at the commit: a transaction has at least two entries and sums to zero per currency.
CREATE FUNCTION ledger.check_whole() RETURNS trigger LANGUAGE plpgsql SET enable_seqscan = off AS $$
DECLARE
  counted bigint;
  rest numeric;
  currencies boolean;
BEGIN
  SELECT count(*), sum(amount_minor), min(currency) <> max(currency) INTO counted, rest, currencies
  FROM ledger.entry WHERE workspace_id = NEW.workspace_id AND transaction_id = NEW.id;
  IF currencies THEN
    SELECT max(abs(c.rest)) INTO rest FROM (
      SELECT sum(amount_minor) AS rest FROM ledger.entry
      WHERE workspace_id = NEW.workspace_id AND transaction_id = NEW.id GROUP BY currency) AS c;
  END IF;
  IF counted < 2 OR rest <> 0 THEN
    RAISE EXCEPTION 'transaction % has % entries or does not sum to zero', NEW.id, counted USING ERRCODE = 'check_violation';
  END IF;
  RETURN NULL;
END $$;
CREATE CONSTRAINT TRIGGER check_whole AFTER INSERT ON ledger.transaction
  DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION ledger.check_whole();

CREATE VIEW ledger.v_balance WITH (security_invoker = true) AS
SELECT b.workspace_id, b.account_id, a.kind, a.partner_id, a.currency, b.amount_minor, b.entries
FROM ledger.balance b JOIN ledger.account a ON a.workspace_id = b.workspace_id AND a.id = b.account_id;
CREATE VIEW ledger.v_entry WITH (security_invoker = true) AS
SELECT e.workspace_id, e.transaction_id, e.position, a.kind AS account_kind, e.partner_id, e.currency, e.amount_minor,
       t.kind, t.source_kind, t.source_id, t.effective_at, t.recorded_at, t.period, t.reason, t.author, t.reverses_id
FROM ledger.entry e
JOIN ledger.account a ON a.workspace_id = e.workspace_id AND a.id = e.account_id
JOIN ledger.transaction t ON t.workspace_id = e.workspace_id AND t.id = e.transaction_id;
GRANT SELECT ON ledger.v_balance, ledger.v_entry TO mosty_app;
