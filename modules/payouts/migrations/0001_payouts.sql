SET lock_timeout = '5s';
CREATE SCHEMA payouts;
GRANT USAGE ON SCHEMA payouts TO mosty_app;

-- How this company pays. One row; absent until somebody changes a default.
CREATE TABLE payouts.policy (
  workspace_id  uuid        PRIMARY KEY,
  -- the day of the next month by which what was earned in a month is paid
  pay_day       smallint    NOT NULL CHECK (pay_day BETWEEN 1 AND 28),
  -- a statement unanswered this long is accepted by silence
  silence_days  smallint    NOT NULL CHECK (silence_days BETWEEN 1 AND 90),
  -- a batch above this needs a second approver; NULL: never
  second_approver_above_minor bigint CHECK (second_approver_above_minor >= 0),
  -- whether a partner without verified requisites is paid
  requisites    text        NOT NULL CHECK (requisites IN ('verified', 'not_asked')),
  -- the account we pay from, in the fields of the company's country; NULL: no bank file yet
  payer         jsonb,
  changed_at    timestamptz NOT NULL,
  changed_by    text        NOT NULL
);
SELECT kernel.protect('payouts.policy', shared => true);

-- A closed month of the company. What it came to never changes; its hash covers the totals and the close before it.
CREATE TABLE payouts.period_close (
  workspace_id uuid        NOT NULL,
  id           kernel.id   NOT NULL,
  month        char(7)     COLLATE "C" NOT NULL CHECK (month ~ '^\d{4}-(0[1-9]|1[0-2])$'),
  closed_at    timestamptz NOT NULL,
  closed_by    text        NOT NULL,
  partners     int         NOT NULL,
  hash_before  text        NOT NULL,
  hash         text        NOT NULL,
  PRIMARY KEY (workspace_id, id),
  UNIQUE (workspace_id, month)
);
SELECT kernel.protect('payouts.period_close');
SELECT kernel.append_only('payouts.period_close');

-- One partner's month in one currency, from what we owe the partner: opening + what was added - paid = closing.
CREATE TABLE payouts.period_total (
  workspace_id      uuid      NOT NULL,
  month             char(7)   COLLATE "C" NOT NULL,
  partner_id        kernel.id NOT NULL,
  currency          char(3)   NOT NULL,
  close_id          kernel.id NOT NULL,
  opening_minor     bigint    NOT NULL,
  accrued_minor     bigint    NOT NULL,
  clawed_back_minor bigint    NOT NULL,
  corrected_minor   bigint    NOT NULL,
  written_off_minor bigint    NOT NULL,
  paid_minor        bigint    NOT NULL,
  closing_minor     bigint    NOT NULL,
  PRIMARY KEY (workspace_id, month, partner_id, currency),
  FOREIGN KEY (workspace_id, close_id) REFERENCES payouts.period_close,
  CHECK (closing_minor = opening_minor + accrued_minor + clawed_back_minor + corrected_minor + written_off_minor - paid_minor)
);
CREATE INDEX period_total_by_partner ON payouts.period_total (workspace_id, partner_id, month);
SELECT kernel.protect('payouts.period_total', partner_column => 'partner_id');
SELECT kernel.append_only('payouts.period_total');

-- The partner's report on a closed month: who, whom, how much, owed. Its figures are those of the close.
CREATE TABLE payouts.statement (
  workspace_id uuid        NOT NULL,
  id           kernel.id   NOT NULL,
  month        char(7)     COLLATE "C" NOT NULL,
  partner_id   kernel.id   NOT NULL,
  currency     char(3)     NOT NULL,
  state        text        NOT NULL CHECK (state IN ('draft', 'sent', 'accepted', 'accepted_by_silence', 'objected', 'resolved')),
  sent_at      timestamptz,
  sent_by      text,
  -- the last day to object
  answer_by    date,
  answered_at  timestamptz,
  answered_by  text,
  objection    text        CHECK (length(objection) BETWEEN 3 AND 2000),
  resolved_at  timestamptz,
  resolved_by  text,
  resolution   text        CHECK (length(resolution) BETWEEN 3 AND 2000),
  -- the entry that corrects what was objected to; the statement itself is never edited
  correction_id kernel.id,
  PRIMARY KEY (workspace_id, id),
  UNIQUE (workspace_id, month, partner_id, currency),
  FOREIGN KEY (workspace_id, month, partner_id, currency) REFERENCES payouts.period_total,
  CHECK ((state = 'draft') = (sent_at IS NULL)),
  CHECK ((sent_at IS NULL) = (sent_by IS NULL) AND (sent_at IS NULL) = (answer_by IS NULL)),
  CHECK ((state IN ('accepted', 'accepted_by_silence', 'objected', 'resolved')) = (answered_at IS NOT NULL)),
  CHECK ((state IN ('objected', 'resolved')) = (objection IS NOT NULL)),
  CHECK ((state = 'resolved') = (resolved_at IS NOT NULL) AND (resolved_at IS NULL) = (resolution IS NULL))
);
CREATE INDEX statement_by_partner ON payouts.statement (workspace_id, partner_id, month);
CREATE INDEX statement_unanswered ON payouts.statement (workspace_id, answer_by) WHERE state = 'sent';
SELECT kernel.protect('payouts.statement', partner_column => 'partner_id');

-- Everything that is paid out together. Who made it cannot approve it, and above a sum a third person is needed.
CREATE TABLE payouts.payout_batch (
  workspace_id uuid        NOT NULL,
  id           kernel.id   NOT NULL,
  -- what was earned up to the end of this month
  through      char(7)     COLLATE "C" NOT NULL,
  pay_on       date        NOT NULL,
  currency     char(3)     NOT NULL,
  minimum_minor bigint     NOT NULL CHECK (minimum_minor >= 0),
  state        text        NOT NULL CHECK (state IN ('draft', 'approved', 'sent', 'paid', 'cancelled')),
  needs_second boolean     NOT NULL,
  made_at      timestamptz NOT NULL,
  made_by      text        NOT NULL,
  approved_at  timestamptz,
  approved_by  text,
  second_at    timestamptz,
  second_by    text,
  sent_at      timestamptz,
  sent_by      text,
  finished_at  timestamptz,
  finished_by  text,
  cancel_reason text       CHECK (length(cancel_reason) BETWEEN 3 AND 500),
  PRIMARY KEY (workspace_id, id),
  CONSTRAINT payout_maker_is_not_approver CHECK (approved_by <> made_by),
  CONSTRAINT payout_second_is_another CHECK (second_by <> made_by AND second_by <> approved_by),
  CONSTRAINT payout_is_approved CHECK (state NOT IN ('approved', 'sent', 'paid')
    OR (approved_by IS NOT NULL AND (NOT needs_second OR second_by IS NOT NULL))),
  CHECK ((approved_at IS NULL) = (approved_by IS NULL) AND (second_at IS NULL) = (second_by IS NULL)),
  CHECK ((state IN ('paid', 'cancelled')) = (finished_at IS NOT NULL)),
  CHECK ((state = 'cancelled') = (cancel_reason IS NOT NULL))
);
CREATE INDEX payout_batch_by_time ON payouts.payout_batch (workspace_id, made_at DESC, id DESC);
SELECT kernel.protect('payouts.payout_batch');

-- What one partner gets from a batch. Its id is the reference the bank carries.
CREATE TABLE payouts.payout (
  workspace_id  uuid        NOT NULL,
  id            kernel.id   NOT NULL,
  batch_id      kernel.id   NOT NULL,
  partner_id    kernel.id   NOT NULL,
  currency      char(3)     NOT NULL,
  -- approved and not yet paid
  earned_minor  bigint      NOT NULL,
  -- taken back after it had been paid, set off here
  carried_minor bigint      NOT NULL CHECK (carried_minor >= 0),
  amount_minor  bigint      NOT NULL CHECK (amount_minor > 0),
  accruals      int         NOT NULL CHECK (accruals > 0),
  requisites_id kernel.id,
  state         text        NOT NULL CHECK (state IN ('draft', 'approved', 'paid', 'failed', 'cancelled')),
  paid_on       date,
  ended_at      timestamptz,
  ended_by      text,
  end_reason    text        CHECK (length(end_reason) BETWEEN 3 AND 500),
  PRIMARY KEY (workspace_id, id),
  UNIQUE (workspace_id, batch_id, partner_id),
  FOREIGN KEY (workspace_id, batch_id) REFERENCES payouts.payout_batch,
  CHECK (amount_minor = earned_minor - carried_minor),
  CHECK ((state IN ('paid', 'failed', 'cancelled')) = (ended_at IS NOT NULL)),
  CHECK ((state = 'paid') = (paid_on IS NOT NULL)),
  CHECK ((state IN ('failed', 'cancelled')) = (end_reason IS NOT NULL))
);
-- A partner is in one open payout at a time: two batches never pay the same money.
CREATE UNIQUE INDEX payout_open ON payouts.payout (workspace_id, partner_id, currency) WHERE state IN ('draft', 'approved');
CREATE INDEX payout_by_partner ON payouts.payout (workspace_id, partner_id, id);
SELECT kernel.protect('payouts.payout', partner_column => 'partner_id');

-- Who was looked at and is not in the batch, with every reason.
CREATE TABLE payouts.payout_blocked (
  workspace_id uuid      NOT NULL,
  batch_id     kernel.id NOT NULL,
  partner_id   kernel.id NOT NULL,
  amount_minor bigint    NOT NULL,
  -- [{code, params}]
  reasons      jsonb     NOT NULL,
  PRIMARY KEY (workspace_id, batch_id, partner_id),
  FOREIGN KEY (workspace_id, batch_id) REFERENCES payouts.payout_batch
);
SELECT kernel.protect('payouts.payout_blocked');
SELECT kernel.append_only('payouts.payout_blocked');

-- What was approved never changes: only the life of a batch and of a payout does.
CREATE TRIGGER keep_batch BEFORE UPDATE OF workspace_id, id, through, pay_on, currency, minimum_minor, needs_second, made_at, made_by
  ON payouts.payout_batch FOR EACH ROW EXECUTE FUNCTION kernel.refuse_rewrite();
CREATE TRIGGER keep_payout BEFORE UPDATE OF workspace_id, id, batch_id, partner_id, currency, earned_minor, carried_minor,
    amount_minor, accruals, requisites_id
  ON payouts.payout FOR EACH ROW EXECUTE FUNCTION kernel.refuse_rewrite();
CREATE TRIGGER keep_ended BEFORE UPDATE ON payouts.payout FOR EACH ROW WHEN (OLD.state IN ('paid', 'failed', 'cancelled'))
  EXECUTE FUNCTION kernel.refuse_rewrite();
CREATE TRIGGER keep_finished BEFORE UPDATE ON payouts.payout_batch FOR EACH ROW WHEN (OLD.state IN ('paid', 'cancelled'))
  EXECUTE FUNCTION kernel.refuse_rewrite();
REVOKE DELETE, TRUNCATE ON payouts.payout_batch, payouts.payout, payouts.statement, payouts.policy FROM mosty_app;

-- A debt of a partner that we give up. It takes two people.
CREATE TABLE payouts.write_off (
  workspace_id uuid        NOT NULL,
  id           kernel.id   NOT NULL,
  partner_id   kernel.id   NOT NULL,
  currency     char(3)     NOT NULL,
  -- what was earned and not paid is set off first; it too may be below zero
  earned_minor bigint      NOT NULL,
  carried_minor bigint     NOT NULL CHECK (carried_minor >= 0),
  amount_minor bigint      NOT NULL CHECK (amount_minor > 0 AND amount_minor = carried_minor - earned_minor),
  reason       text        NOT NULL CHECK (length(reason) BETWEEN 3 AND 500),
  -- under which its accruals are settled, as those of a payout are under the payout
  settlement_id kernel.id  NOT NULL,
  state        text        NOT NULL CHECK (state IN ('proposed', 'approved', 'declined')),
  proposed_at  timestamptz NOT NULL,
  proposed_by  text        NOT NULL,
  decided_at   timestamptz,
  decided_by   text,
  PRIMARY KEY (workspace_id, id),
  CONSTRAINT write_off_two_people CHECK (state <> 'approved' OR decided_by <> proposed_by),
  CHECK ((state = 'proposed') = (decided_at IS NULL) AND (decided_at IS NULL) = (decided_by IS NULL))
);
CREATE UNIQUE INDEX write_off_proposed ON payouts.write_off (workspace_id, partner_id, currency) WHERE state = 'proposed';
SELECT kernel.protect('payouts.write_off', partner_column => 'partner_id');
REVOKE DELETE, TRUNCATE ON payouts.write_off FROM mosty_app;

-- Every movement this module has commanded, for the ledger's second oracle.
CREATE VIEW payouts.v_ledger_command WITH (security_invoker = true) AS
SELECT p.workspace_id, 'payout'::text AS source_kind, p.id::text AS source_id, k.kind
FROM payouts.payout p
JOIN payouts.payout_batch b ON b.workspace_id = p.workspace_id AND b.id = p.batch_id
 AND b.approved_at IS NOT NULL AND (NOT b.needs_second OR b.second_at IS NOT NULL)
CROSS JOIN (VALUES ('payout', NULL, false), ('set_off', NULL, true), ('paid', 'paid', false),
  ('payout_back', 'failed', false), ('payout_back', 'cancelled', false),
  ('set_off_back', 'failed', true), ('set_off_back', 'cancelled', true)) AS k(kind, state, of_carried)
WHERE (k.state IS NULL OR k.state = p.state) AND (NOT k.of_carried OR p.carried_minor > 0)
UNION ALL
SELECT w.workspace_id, 'write_off', w.id, 'write_off' FROM payouts.write_off w WHERE w.state = 'approved';
GRANT SELECT ON payouts.v_ledger_command TO mosty_app;

CREATE VIEW payouts.v_payout WITH (security_invoker = true) AS
SELECT workspace_id, id, batch_id, partner_id, currency, amount_minor, state, paid_on FROM payouts.payout;
CREATE VIEW payouts.v_statement WITH (security_invoker = true) AS
SELECT s.workspace_id, s.id, s.partner_id, s.month, s.currency, s.state, s.answer_by, t.closing_minor
FROM payouts.statement s
JOIN payouts.period_total t ON t.workspace_id = s.workspace_id AND t.month = s.month AND t.partner_id = s.partner_id AND t.currency = s.currency;
GRANT SELECT ON payouts.v_payout, payouts.v_statement TO mosty_app;
