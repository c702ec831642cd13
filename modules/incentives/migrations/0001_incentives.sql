SET lock_timeout = '5s';
CREATE SCHEMA incentives;
GRANT USAGE ON SCHEMA incentives TO mosty_app;

CREATE TABLE incentives.scheme (
  workspace_id uuid        NOT NULL,
  id           kernel.id   NOT NULL,
  name         text        NOT NULL CHECK (length(name) BETWEEN 1 AND 200),
  -- why we pay this way, one line
  purpose      text,
  created_at   timestamptz NOT NULL,
  created_by   text        NOT NULL,
  archived_at  timestamptz,
  PRIMARY KEY (workspace_id, id)
);
SELECT kernel.protect('incentives.scheme');

-- Terms as they were agreed. A draft may change; a published version never does: yesterday's sales keep theirs.
CREATE TABLE incentives.scheme_version (
  workspace_id  uuid        NOT NULL,
  id            kernel.id   NOT NULL,
  scheme_id     kernel.id   NOT NULL,
  version       int         NOT NULL CHECK (version > 0),
  -- shape: termsSchema of the contract
  terms         jsonb       NOT NULL,
  note          text,
  author        text        NOT NULL,
  created_at    timestamptz NOT NULL,
  -- sales of this day and later are priced by it
  valid_from    date        NOT NULL,
  approver      text,
  -- true only where the workspace had a single person who may approve; shown beside the version
  sole_approver boolean     NOT NULL DEFAULT false,
  published_at  timestamptz,
  PRIMARY KEY (workspace_id, id),
  UNIQUE (workspace_id, scheme_id, version),
  FOREIGN KEY (workspace_id, scheme_id) REFERENCES incentives.scheme,
  CHECK ((published_at IS NULL) = (approver IS NULL)),
  CONSTRAINT author_is_not_approver CHECK (approver <> author OR sole_approver)
);
-- One draft at a time, and one published version for a first day.
CREATE UNIQUE INDEX scheme_version_draft ON incentives.scheme_version (workspace_id, scheme_id) WHERE published_at IS NULL;
CREATE UNIQUE INDEX scheme_version_day ON incentives.scheme_version (workspace_id, scheme_id, valid_from) WHERE published_at IS NOT NULL;
SELECT kernel.protect('incentives.scheme_version');

CREATE FUNCTION incentives.keep_published() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF OLD.published_at IS NOT NULL THEN
    RAISE EXCEPTION 'a published version of a scheme never changes' USING ERRCODE = 'restrict_violation', HINT = 'Publish a new version.';
  END IF;
  RETURN CASE TG_OP WHEN 'DELETE' THEN OLD ELSE NEW END;
END $$;
CREATE TRIGGER keep_published BEFORE UPDATE OR DELETE ON incentives.scheme_version
  FOR EACH ROW EXECUTE FUNCTION incentives.keep_published();
ALTER TABLE incentives.scheme_version ENABLE ALWAYS TRIGGER keep_published;

-- Which scheme an agreement is paid by, for one role in a deal or for `any`; a named role goes before `any`.
CREATE TABLE incentives.scheme_assignment (
  workspace_id uuid        NOT NULL,
  id           kernel.id   NOT NULL,
  agreement_id kernel.id   NOT NULL,
  partner_id   kernel.id   NOT NULL,
  role         text        NOT NULL CHECK (role IN ('any', 'source', 'implement', 'expertise', 'expand')),
  scheme_id    kernel.id   NOT NULL,
  valid_from   date        NOT NULL,
  -- the first day it no longer holds
  valid_to     date,
  assigned_by  text        NOT NULL,
  created_at   timestamptz NOT NULL,
  PRIMARY KEY (workspace_id, id),
  FOREIGN KEY (workspace_id, scheme_id) REFERENCES incentives.scheme,
  FOREIGN KEY (workspace_id, agreement_id) REFERENCES agreements.agreement,
  CHECK (valid_to IS NULL OR valid_to > valid_from)
);
CREATE INDEX assignment_by_agreement ON incentives.scheme_assignment (workspace_id, agreement_id, role, valid_from);
CREATE INDEX assignment_by_scheme ON incentives.scheme_assignment (workspace_id, scheme_id);
SELECT kernel.protect('incentives.scheme_assignment', partner_column => 'partner_id');

-- Two schemes never pay one role of one agreement on the same day.
CREATE FUNCTION incentives.guard_overlap() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  PERFORM pg_advisory_xact_lock(hashtextextended('incentives.assignment:' || NEW.workspace_id || NEW.agreement_id, 0));
  IF EXISTS (
    SELECT FROM incentives.scheme_assignment a
    WHERE a.workspace_id = NEW.workspace_id AND a.agreement_id = NEW.agreement_id AND a.role = NEW.role AND a.id <> NEW.id
      AND a.valid_from < COALESCE(NEW.valid_to, 'infinity') AND NEW.valid_from < COALESCE(a.valid_to, 'infinity')
  ) THEN
    RAISE EXCEPTION 'another scheme pays this role on some of these days'
      USING ERRCODE = 'exclusion_violation', CONSTRAINT = 'assignments_do_not_overlap';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER guard_overlap BEFORE INSERT OR UPDATE ON incentives.scheme_assignment
  FOR EACH ROW EXECUTE FUNCTION incentives.guard_overlap();

-- People of a partner read the terms they are paid by, and no others (S0.16: no hidden term affects pay).
CREATE POLICY own_scheme ON incentives.scheme FOR SELECT USING (
  workspace_id = (SELECT kernel.workspace()) AND (SELECT kernel.partner()) IS NOT NULL AND EXISTS (
    SELECT FROM incentives.scheme_assignment a WHERE a.workspace_id = scheme.workspace_id AND a.scheme_id = scheme.id));
CREATE POLICY own_terms ON incentives.scheme_version FOR SELECT USING (
  workspace_id = (SELECT kernel.workspace()) AND (SELECT kernel.partner()) IS NOT NULL AND published_at IS NOT NULL AND EXISTS (
    SELECT FROM incentives.scheme_assignment a
    WHERE a.workspace_id = scheme_version.workspace_id AND a.scheme_id = scheme_version.scheme_id));

-- Why and until when accruals of a partner are not paid out. It stands after it was lifted.
CREATE TABLE incentives.hold (
  workspace_id uuid        NOT NULL,
  id           kernel.id   NOT NULL,
  partner_id   kernel.id   NOT NULL,
  reason       text        NOT NULL CHECK (length(reason) BETWEEN 3 AND 500),
  until        date        NOT NULL,
  held_by      text        NOT NULL,
  held_at      timestamptz NOT NULL,
  lifted_by    text,
  lifted_at    timestamptz,
  lift_reason  text,
  PRIMARY KEY (workspace_id, id),
  CHECK ((lifted_at IS NULL) = (lifted_by IS NULL) AND (lifted_at IS NULL) = (lift_reason IS NULL))
);
CREATE INDEX hold_standing ON incentives.hold (workspace_id, until) WHERE lifted_at IS NULL;
SELECT kernel.protect('incentives.hold', partner_column => 'partner_id');

-- Money earned, or taken back, with everything needed to explain it. Only its life changes (see keep_accrual).
-- No foreign keys to the sale and the version: a look-up per row costs a tenth of the insert, the verb that writes rows
-- has just read both, and neither sales nor published versions are ever deleted.
CREATE TABLE incentives.accrual (
  workspace_id      uuid        NOT NULL,
  id                kernel.id   NOT NULL,
  sale_id           kernel.id,
  refund_id         kernel.id,
  -- clawback, correction: the accrual it takes from or mends
  reverses_accrual_id kernel.id,
  participant_id    kernel.id,
  partner_id        kernel.id   NOT NULL,
  agreement_id      kernel.id   NOT NULL,
  class             text        NOT NULL CHECK (class IN ('referral', 'partner_sales', 'alliance')),
  role              text        NOT NULL,
  share_ppm         bigint      NOT NULL,
  kind              text        NOT NULL CHECK (kind IN ('commission', 'clawback', 'fixed_fee', 'bonus', 'correction')),
  -- fixed_fee: 'YYYY-MM' or 'agreement', what it is paid for
  fee_for           text,
  scheme_version_id kernel.id,
  -- what the rule was applied to, in millionths of a minor unit; what was left out of it stands in the explanation
  base_micro        bigint      NOT NULL,
  currency          char(3)     NOT NULL,
  rate_ppm          bigint,
  amount_minor      bigint      NOT NULL,
  rounding          text        NOT NULL,
  -- {lines: [{code, params}]}
  explanation       jsonb       NOT NULL,
  -- what it adds to the agreement's tally, by which levels and limits are measured
  tally_micro       bigint      NOT NULL,
  tally_count       smallint    NOT NULL,
  effective_at      timestamptz NOT NULL,
  recorded_at       timestamptz NOT NULL,
  period            char(7)     NOT NULL,
  -- auto: approved on the day it matures; manual: by a person after that day
  approval          text        NOT NULL CHECK (approval IN ('auto', 'manual')),
  matures_on        date        NOT NULL,
  -- takes back money that was already paid out: it is carried against what is earned next
  carried           boolean     NOT NULL DEFAULT false,
  -- takes an accrual back in full because its sale or refund was taken back
  is_reversal       boolean     NOT NULL DEFAULT false,
  -- corrections: who and why
  author            text,
  reason            text,
  -- life
  state             text        NOT NULL CHECK (state IN ('pending', 'on_hold', 'approved', 'paid', 'reversed')),
  approved_at       timestamptz,
  approved_by       text,
  hold_id           kernel.id,
  payout_id         kernel.id,
  paid_at           timestamptz,
  PRIMARY KEY (workspace_id, id),
  FOREIGN KEY (workspace_id, reverses_accrual_id) REFERENCES incentives.accrual,
  FOREIGN KEY (workspace_id, hold_id) REFERENCES incentives.hold,
  CHECK ((state = 'paid') = (paid_at IS NOT NULL)),
  CHECK ((kind = 'fixed_fee') = (fee_for IS NOT NULL) OR kind = 'correction'),
  CHECK (kind <> 'correction' OR (author IS NOT NULL AND reason IS NOT NULL)),
  CHECK (state <> 'on_hold' OR hold_id IS NOT NULL)
);
-- Business keys, for ever: a retried sale, refund or month accrues once. Corrections may be several.
CREATE UNIQUE INDEX accrual_of_sale ON incentives.accrual (workspace_id, sale_id, participant_id, kind,
  COALESCE(reverses_accrual_id, ''), COALESCE(refund_id, ''), (CASE WHEN kind = 'correction' THEN id ELSE '' END))
  WHERE sale_id IS NOT NULL;
CREATE UNIQUE INDEX accrual_of_refund ON incentives.accrual (workspace_id, refund_id, COALESCE(reverses_accrual_id, participant_id),
  (CASE WHEN kind = 'correction' THEN id ELSE '' END)) WHERE refund_id IS NOT NULL;
CREATE UNIQUE INDEX accrual_of_fee ON incentives.accrual (workspace_id, agreement_id, fee_for) WHERE kind = 'fixed_fee';
CREATE UNIQUE INDEX accrual_reversed_once ON incentives.accrual (workspace_id, reverses_accrual_id) WHERE is_reversal;
CREATE INDEX accrual_by_reversed ON incentives.accrual (workspace_id, reverses_accrual_id) WHERE reverses_accrual_id IS NOT NULL;
CREATE INDEX accrual_by_partner ON incentives.accrual (workspace_id, partner_id, effective_at);
CREATE INDEX accrual_by_time ON incentives.accrual (workspace_id, effective_at);
CREATE INDEX accrual_maturing ON incentives.accrual (workspace_id, matures_on) WHERE state = 'pending';
CREATE INDEX accrual_payable ON incentives.accrual (workspace_id, partner_id) WHERE state = 'approved' AND amount_minor <> 0;
CREATE INDEX accrual_by_payout ON incentives.accrual (workspace_id, payout_id) WHERE payout_id IS NOT NULL;
CREATE INDEX accrual_by_hold ON incentives.accrual (workspace_id, hold_id) WHERE state = 'on_hold';
SELECT kernel.protect('incentives.accrual', partner_column => 'partner_id');

-- What was earned is never rewritten, not even by the tables' owner: a correction is a new linked row.
-- Only the columns of its life are missing from the list; what was reversed stays so.
CREATE TRIGGER keep_accrual BEFORE UPDATE OF workspace_id, id, sale_id, refund_id, reverses_accrual_id, participant_id, partner_id,
    agreement_id, class, role, share_ppm, kind, fee_for, scheme_version_id, base_micro, currency, rate_ppm, amount_minor, rounding,
    explanation, tally_micro, tally_count, effective_at, recorded_at, period, approval, matures_on, carried, is_reversal, author, reason
  ON incentives.accrual FOR EACH ROW EXECUTE FUNCTION kernel.refuse_rewrite();
CREATE TRIGGER keep_reversed BEFORE UPDATE ON incentives.accrual FOR EACH ROW WHEN (OLD.state = 'reversed')
  EXECUTE FUNCTION kernel.refuse_rewrite();
CREATE TRIGGER keep_accrual_rows BEFORE DELETE ON incentives.accrual FOR EACH ROW EXECUTE FUNCTION kernel.refuse_rewrite();
CREATE TRIGGER keep_accrual_table BEFORE TRUNCATE ON incentives.accrual FOR EACH STATEMENT EXECUTE FUNCTION kernel.refuse_rewrite();
ALTER TABLE incentives.accrual ENABLE ALWAYS TRIGGER keep_accrual;
ALTER TABLE incentives.accrual ENABLE ALWAYS TRIGGER keep_reversed;
ALTER TABLE incentives.accrual ENABLE ALWAYS TRIGGER keep_accrual_rows;
ALTER TABLE incentives.accrual ENABLE ALWAYS TRIGGER keep_accrual_table;
REVOKE DELETE, TRUNCATE ON incentives.accrual FROM mosty_app;

-- Kept sums of an agreement per role and month of the sale: levels and limits are one key look-up.
-- Equal to the sums over incentives.accrual at any time (proven in tests).
CREATE TABLE incentives.tally (
  workspace_id uuid      NOT NULL,
  agreement_id kernel.id NOT NULL,
  role         text      NOT NULL,
  month        char(7)   NOT NULL,
  currency     char(3)   NOT NULL,
  partner_id   kernel.id NOT NULL,
  base_micro   numeric(38) NOT NULL,
  sale_count   bigint    NOT NULL,
  amount_minor bigint    NOT NULL,
  PRIMARY KEY (workspace_id, agreement_id, role, month, currency)
);
SELECT kernel.protect('incentives.tally', partner_column => 'partner_id');

CREATE VIEW incentives.v_accrual WITH (security_invoker = true) AS
SELECT a.workspace_id, a.id, a.sale_id, a.refund_id, a.reverses_accrual_id, a.participant_id, a.partner_id, a.agreement_id, a.class,
       a.role, a.share_ppm, a.kind, a.amount_minor, a.currency, a.base_micro, a.rate_ppm, a.scheme_version_id, a.explanation,
       a.effective_at, a.recorded_at, a.period, a.state, a.matures_on, a.carried, a.payout_id, a.paid_at,
       CASE WHEN a.state = 'on_hold' THEN h.reason END AS hold_reason,
       CASE WHEN a.state = 'on_hold' THEN h.until END AS hold_until
FROM incentives.accrual a
LEFT JOIN incentives.hold h ON h.workspace_id = a.workspace_id AND h.id = a.hold_id;
CREATE VIEW incentives.v_scheme_version WITH (security_invoker = true) AS
SELECT v.workspace_id, v.id, v.scheme_id, s.name, v.version, v.terms, v.valid_from, v.published_at
FROM incentives.scheme_version v
JOIN incentives.scheme s ON s.workspace_id = v.workspace_id AND s.id = v.scheme_id;
CREATE VIEW incentives.v_scheme_assignment WITH (security_invoker = true) AS
SELECT workspace_id, id, agreement_id, partner_id, role, scheme_id, valid_from, valid_to FROM incentives.scheme_assignment;
GRANT SELECT ON incentives.v_accrual, incentives.v_scheme_version, incentives.v_scheme_assignment TO mosty_app;
