SET lock_timeout = '5s';

-- The rules of «кто привёл», version by version. The newest one published decides; a company without one goes by the
-- shipped rules, which are number 0.
CREATE TABLE attribution.policy (
  workspace_id uuid        NOT NULL,
  id           kernel.id   NOT NULL,
  number       int         NOT NULL CHECK (number > 0),
  body         jsonb       NOT NULL,
  reason       text        NOT NULL,
  published_at timestamptz NOT NULL,
  published_by text        NOT NULL,
  PRIMARY KEY (workspace_id, id),
  UNIQUE (workspace_id, number)
);
SELECT kernel.protect('attribution.policy', shared => true);
SELECT kernel.append_only('attribution.policy');

-- A decision with all it was made from, so that it can be made again and compared. A later one supersedes an earlier;
-- neither is ever changed.
CREATE TABLE attribution.decision (
  workspace_id  uuid        NOT NULL,
  id            kernel.id   NOT NULL,
  sale_id       kernel.id,
  refund_id     kernel.id,
  policy_number int         NOT NULL CHECK (policy_number >= 0),
  kind          text        NOT NULL CHECK (kind IN ('credited', 'uncredited', 'direct')),
  -- NULL: nobody was named
  rule          text,
  facts         jsonb       NOT NULL,
  -- [{rule, said, reason}] in the order of the rules
  steps         jsonb       NOT NULL,
  -- [{partnerId, rule, reason}]
  lost          jsonb       NOT NULL,
  decided_at    timestamptz NOT NULL,
  decided_by    text        NOT NULL,
  -- why it was decided again
  reason        text,
  supersedes    kernel.id,
  PRIMARY KEY (workspace_id, id),
  CHECK ((sale_id IS NULL) <> (refund_id IS NULL)),
  CHECK ((supersedes IS NULL) = (reason IS NULL)),
  FOREIGN KEY (workspace_id, supersedes) REFERENCES attribution.decision
);
CREATE INDEX decision_by_sale ON attribution.decision (workspace_id, sale_id) WHERE sale_id IS NOT NULL;
CREATE UNIQUE INDEX decision_once_superseded ON attribution.decision (workspace_id, supersedes) WHERE supersedes IS NOT NULL;
SELECT kernel.protect('attribution.decision');
SELECT kernel.append_only('attribution.decision');

ALTER TABLE attribution.participant ADD COLUMN decision_id kernel.id;
-- Where several sources share a sale: the one in whose class it counts.
ALTER TABLE attribution.participant ADD COLUMN leads boolean NOT NULL DEFAULT true;
-- The most this part may earn on its deal.
ALTER TABLE attribution.participant ADD COLUMN cap_minor bigint CHECK (cap_minor >= 0);

DROP INDEX attribution.participant_one_source;
DROP INDEX attribution.participant_one_source_of_refund;
-- A sale counts once, in the class of the source that leads (S3.20).
CREATE UNIQUE INDEX participant_one_leader ON attribution.participant (workspace_id, sale_id)
  WHERE role = 'source' AND leads AND withdrawn_at IS NULL AND sale_id IS NOT NULL;
CREATE UNIQUE INDEX participant_one_leader_of_refund ON attribution.participant (workspace_id, refund_id)
  WHERE role = 'source' AND leads AND withdrawn_at IS NULL AND refund_id IS NOT NULL;
CREATE UNIQUE INDEX participant_once ON attribution.participant (workspace_id, sale_id, agreement_id, role)
  WHERE withdrawn_at IS NULL AND sale_id IS NOT NULL;

-- `source` is the one in whose class the sale counts, of whom there is one; others who share it are `co_source`.
CREATE OR REPLACE VIEW attribution.v_participant WITH (security_invoker = true) AS
SELECT workspace_id, id, sale_id, refund_id, partner_id, agreement_id, class, kind,
       CASE WHEN role = 'source' AND NOT leads THEN 'co_source' ELSE role END AS role,
       share_ppm, rule, reason, decision_id, cap_minor
FROM attribution.participant WHERE withdrawn_at IS NULL;
