SET lock_timeout = '5s';

-- A direct sale that nobody had anything to show for has no decision; made again, it has one with a reason.
ALTER TABLE attribution.decision DROP CONSTRAINT decision_check1;
ALTER TABLE attribution.decision ADD CONSTRAINT superseding_has_a_reason CHECK (supersedes IS NULL OR reason IS NOT NULL);

-- Everybody the decision speaks of: its people read why, though they were not credited.
ALTER TABLE attribution.decision ADD COLUMN partner_ids text[];
CREATE POLICY partner_sees_named ON attribution.decision FOR SELECT USING (
  workspace_id = (SELECT kernel.workspace()) AND (SELECT kernel.partner()) = ANY(partner_ids));

-- The deal a part was played in: what it may earn at most is counted over all sales of the deal.
ALTER TABLE attribution.participant ADD COLUMN deal_id kernel.id;
CREATE INDEX participant_by_deal ON attribution.participant (workspace_id, deal_id) WHERE deal_id IS NOT NULL;

-- Columns are added at the end of a view only.
CREATE OR REPLACE VIEW attribution.v_participant WITH (security_invoker = true) AS
SELECT workspace_id, id, sale_id, refund_id, partner_id, agreement_id, class, kind,
       CASE WHEN role = 'source' AND NOT leads THEN 'co_source' ELSE role END AS role,
       share_ppm, rule, reason, decision_id, cap_minor, deal_id
FROM attribution.participant WHERE withdrawn_at IS NULL;

-- Somebody contests who brought a sale: a partner, or our own people (then claimant_partner_id is NULL).
CREATE TABLE attribution.claim (
  workspace_id        uuid        NOT NULL,
  id                  kernel.id   NOT NULL,
  number              int         NOT NULL CHECK (number > 0),
  sale_id             kernel.id   NOT NULL,
  claimant_partner_id kernel.id,
  -- everybody the contested decision speaks of, and the claimant: who may read and answer
  partner_ids         text[]      NOT NULL,
  opened_by           text        NOT NULL,
  opened_at           timestamptz NOT NULL,
  claims              text        NOT NULL CHECK (length(claims) BETWEEN 3 AND 2000),
  -- {outcome: mine | shared | direct, sharePpm}
  wanted              jsonb       NOT NULL,
  -- [{text, url}]
  evidence            jsonb       NOT NULL,
  respond_by          date        NOT NULL,
  state               text        NOT NULL CHECK (state IN ('open', 'answered', 'upheld', 'rejected', 'withdrawn')),
  -- the decision that is contested, and the one that came of the claim
  contested_id        kernel.id,
  decided_by          text,
  decided_at          timestamptz,
  decision_reason     text,
  -- [{partnerId, sharePpm}]: whom it was given to, where it was upheld
  ruling              jsonb,
  precedent_title     text,
  PRIMARY KEY (workspace_id, id),
  UNIQUE (workspace_id, number),
  CHECK ((state IN ('upheld', 'rejected')) = (decision_reason IS NOT NULL)),
  CHECK ((decided_at IS NULL) = (decided_by IS NULL)),
  CHECK ((state = 'upheld') = (ruling IS NOT NULL)),
  CHECK (precedent_title IS NULL OR state IN ('upheld', 'rejected'))
);
-- One open quarrel of one claimant about one sale.
CREATE UNIQUE INDEX claim_open_once ON attribution.claim (workspace_id, sale_id, COALESCE(claimant_partner_id, ''))
  WHERE state IN ('open', 'answered');
CREATE INDEX claim_by_sale ON attribution.claim (workspace_id, sale_id);
CREATE INDEX claim_by_deadline ON attribution.claim (workspace_id, respond_by) WHERE state IN ('open', 'answered');
SELECT kernel.protect('attribution.claim', partner_column => 'claimant_partner_id');
CREATE POLICY partner_sees_concerning ON attribution.claim FOR SELECT USING (
  workspace_id = (SELECT kernel.workspace()) AND (SELECT kernel.partner()) = ANY(partner_ids));
CREATE POLICY partner_answers ON attribution.claim FOR UPDATE USING (
  workspace_id = (SELECT kernel.workspace()) AND (SELECT kernel.partner()) = ANY(partner_ids));

-- What each side said, in order. Written once.
CREATE TABLE attribution.claim_note (
  workspace_id uuid        NOT NULL,
  claim_id     kernel.id   NOT NULL,
  position     int         NOT NULL CHECK (position > 0),
  -- whose side it speaks for; NULL: ours
  partner_id   kernel.id,
  author       text        NOT NULL,
  said         text        NOT NULL CHECK (length(said) BETWEEN 1 AND 2000),
  at           timestamptz NOT NULL,
  PRIMARY KEY (workspace_id, claim_id, position),
  FOREIGN KEY (workspace_id, claim_id) REFERENCES attribution.claim
);
SELECT kernel.protect('attribution.claim_note', partner_column => 'partner_id');
SELECT kernel.append_only('attribution.claim_note');
CREATE POLICY both_sides_read ON attribution.claim_note FOR SELECT USING (
  workspace_id = (SELECT kernel.workspace()) AND (SELECT kernel.partner()) IS NOT NULL AND EXISTS (
    SELECT FROM attribution.claim c WHERE c.workspace_id = claim_note.workspace_id AND c.id = claim_note.claim_id));

CREATE VIEW attribution.v_claim WITH (security_invoker = true) AS
SELECT workspace_id, id, number, sale_id, claimant_partner_id, opened_at, respond_by, state, decided_at
FROM attribution.claim;
GRANT SELECT ON attribution.v_claim TO mosty_app;
