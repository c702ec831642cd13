SET lock_timeout = '5s';

-- What we owe a partner that leaves, given up by its own word: said in the portal, or otherwise, and then written down by one
-- of us and confirmed by another (S0.66). What was agreed is a movement in the books and is never agreed twice.
CREATE TABLE payouts.waiver (
  workspace_id  uuid        NOT NULL,
  id            kernel.id   NOT NULL,
  partner_id    kernel.id   NOT NULL,
  currency      char(3)     NOT NULL,
  -- approved and not paid, and what it is set off against first
  earned_minor  bigint      NOT NULL,
  carried_minor bigint      NOT NULL CHECK (carried_minor >= 0),
  amount_minor  bigint      NOT NULL CHECK (amount_minor > 0 AND amount_minor = earned_minor - carried_minor),
  said_how      text        NOT NULL CHECK (said_how IN ('portal', 'told')),
  -- told: where the partner's word is seen; names people, and is forgotten with them
  proof         text        CHECK (length(proof) BETWEEN 3 AND 1000),
  -- under which its accruals are settled, as those of a payout are under the payout
  settlement_id kernel.id   NOT NULL,
  state         text        NOT NULL CHECK (state IN ('proposed', 'accepted', 'declined')),
  said_at       timestamptz NOT NULL,
  said_by       text        NOT NULL,
  decided_at    timestamptz,
  decided_by    text,
  PRIMARY KEY (workspace_id, id),
  FOREIGN KEY (workspace_id, partner_id) REFERENCES directory.partner,
  CHECK ((said_how = 'told') = (proof IS NOT NULL)),
  CHECK ((state = 'proposed') = (decided_at IS NULL) AND (decided_at IS NULL) = (decided_by IS NULL)),
  -- the partner's own word needs nobody beside it; ours does
  CONSTRAINT waiver_two_people CHECK (state <> 'accepted' OR (said_how = 'portal') = (decided_by = said_by))
);
CREATE UNIQUE INDEX waiver_proposed ON payouts.waiver (workspace_id, partner_id, currency) WHERE state = 'proposed';
CREATE UNIQUE INDEX waiver_settlement ON payouts.waiver (workspace_id, settlement_id);
CREATE INDEX waiver_by_partner ON payouts.waiver (workspace_id, partner_id, id);
SELECT kernel.protect('payouts.waiver', partner_column => 'partner_id');
REVOKE DELETE, TRUNCATE ON payouts.waiver FROM mosty_app;
CREATE TRIGGER keep_waiver BEFORE UPDATE OF workspace_id, id, partner_id, currency, earned_minor, carried_minor, amount_minor,
    said_how, settlement_id, said_at, said_by
  ON payouts.waiver FOR EACH ROW EXECUTE FUNCTION kernel.refuse_rewrite();
ALTER TABLE payouts.waiver ENABLE ALWAYS TRIGGER keep_waiver;
CREATE TRIGGER keep_decided BEFORE UPDATE OF state, decided_at, decided_by ON payouts.waiver FOR EACH ROW WHEN (OLD.state <> 'proposed')
  EXECUTE FUNCTION kernel.refuse_rewrite();
ALTER TABLE payouts.waiver ENABLE ALWAYS TRIGGER keep_decided;

CREATE VIEW payouts.v_waiver WITH (security_invoker = true) AS
SELECT workspace_id, id, partner_id, currency, amount_minor, said_how, decided_at FROM payouts.waiver WHERE state = 'accepted';
GRANT SELECT ON payouts.v_waiver TO mosty_app;

-- Every movement this module has commanded, for the ledger's second oracle.
CREATE OR REPLACE VIEW payouts.v_ledger_command WITH (security_invoker = true) AS
SELECT p.workspace_id, 'payout'::text AS source_kind, p.id::text AS source_id, k.kind
FROM payouts.payout p
JOIN payouts.payout_batch b ON b.workspace_id = p.workspace_id AND b.id = p.batch_id
 AND b.approved_at IS NOT NULL AND (NOT b.needs_second OR b.second_at IS NOT NULL)
CROSS JOIN (VALUES ('payout', NULL, false), ('set_off', NULL, true), ('paid', 'paid', false),
  ('payout_back', 'failed', false), ('payout_back', 'cancelled', false),
  ('set_off_back', 'failed', true), ('set_off_back', 'cancelled', true)) AS k(kind, state, of_carried)
WHERE (k.state IS NULL OR k.state = p.state) AND (NOT k.of_carried OR p.carried_minor > 0)
UNION ALL
SELECT w.workspace_id, 'write_off', w.id, 'write_off' FROM payouts.write_off w WHERE w.state = 'approved'
UNION ALL
SELECT w.workspace_id, 'waiver', w.id, 'waiver' FROM payouts.waiver w WHERE w.state = 'accepted';

-- In the totals of a month it is a part by itself: what partners gave up is not taken from what we did.
ALTER TABLE payouts.period_total ADD COLUMN waived_minor bigint NOT NULL DEFAULT 0 CHECK (waived_minor >= 0);
ALTER TABLE payouts.period_total DROP CONSTRAINT period_total_check;
ALTER TABLE payouts.period_total ADD CONSTRAINT period_total_adds_up CHECK (
  closing_minor = opening_minor + accrued_minor + clawed_back_minor + corrected_minor + written_off_minor - waived_minor - paid_minor);
