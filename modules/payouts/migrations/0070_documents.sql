SET lock_timeout = '5s';

-- A receipt of a self-employed person, or an act: of a payout, or of a month's statement.
CREATE TABLE payouts.document (
  workspace_id uuid        NOT NULL,
  id           kernel.id   NOT NULL,
  partner_id   kernel.id   NOT NULL,
  kind         text        NOT NULL CHECK (kind IN ('receipt', 'act')),
  payout_id    kernel.id,
  statement_id kernel.id,
  number       text        NOT NULL CHECK (length(number) BETWEEN 1 AND 100),
  on_day       date        NOT NULL,
  file_id      kernel.id,
  -- where the tax service shows the receipt
  link         text        CHECK (length(link) <= 500 AND link ~ '^https://'),
  attached_at  timestamptz NOT NULL,
  attached_by  text        NOT NULL,
  withdrawn_at timestamptz,
  withdrawn_by text,
  withdrawn_because text   CHECK (length(withdrawn_because) BETWEEN 3 AND 500),
  PRIMARY KEY (workspace_id, id),
  FOREIGN KEY (workspace_id, partner_id) REFERENCES directory.partner,
  FOREIGN KEY (workspace_id, payout_id) REFERENCES payouts.payout,
  FOREIGN KEY (workspace_id, statement_id) REFERENCES payouts.statement,
  FOREIGN KEY (workspace_id, file_id) REFERENCES files.file,
  CHECK ((payout_id IS NULL) <> (statement_id IS NULL)),
  CHECK (file_id IS NOT NULL OR link IS NOT NULL),
  CHECK ((withdrawn_at IS NULL) = (withdrawn_by IS NULL) AND (withdrawn_at IS NULL) = (withdrawn_because IS NULL))
);
CREATE INDEX document_by_partner ON payouts.document (workspace_id, partner_id, on_day DESC);
CREATE INDEX document_by_file ON payouts.document (workspace_id, file_id) WHERE file_id IS NOT NULL;
-- One receipt of one payout stands at a time; what was attached by mistake is withdrawn first.
CREATE UNIQUE INDEX document_of_payout ON payouts.document (workspace_id, payout_id, kind) WHERE payout_id IS NOT NULL AND withdrawn_at IS NULL;
SELECT kernel.protect('payouts.document', partner_column => 'partner_id');
CREATE TRIGGER keep_document BEFORE UPDATE OF workspace_id, id, partner_id, kind, payout_id, statement_id, number, on_day, file_id,
    link, attached_at, attached_by
  ON payouts.document FOR EACH ROW EXECUTE FUNCTION kernel.refuse_rewrite();
ALTER TABLE payouts.document ENABLE ALWAYS TRIGGER keep_document;
REVOKE DELETE, TRUNCATE ON payouts.document FROM mosty_app;

CREATE VIEW payouts.v_document WITH (security_invoker = true) AS
SELECT workspace_id, id, partner_id, kind, payout_id, statement_id, number, on_day, file_id
FROM payouts.document WHERE withdrawn_at IS NULL;

-- Paid to a self-employed person who has not yet shown a receipt: without it we may not count the payment as a cost.
CREATE VIEW payouts.v_receipt_missing WITH (security_invoker = true) AS
SELECT p.workspace_id, p.partner_id, p.id AS payout_id, p.paid_on, p.amount_minor, p.currency
FROM payouts.payout p
JOIN directory.requisites r ON r.workspace_id = p.workspace_id AND r.id = p.requisites_id AND r.legal_form = 'self_employed'
WHERE p.state = 'paid' AND NOT EXISTS (
  SELECT FROM payouts.document d WHERE d.workspace_id = p.workspace_id AND d.payout_id = p.id AND d.kind = 'receipt'
    AND d.withdrawn_at IS NULL);
GRANT SELECT ON payouts.v_document, payouts.v_receipt_missing TO mosty_app;
