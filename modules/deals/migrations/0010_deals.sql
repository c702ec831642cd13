SET lock_timeout = '5s';

-- The steps a deal takes. A company that has changed nothing has no rows: it works by the shipped ones.
CREATE TABLE deals.stage (
  workspace_id    uuid NOT NULL,
  code            text COLLATE "C" NOT NULL CHECK (code ~ '^[a-z0-9_]{1,40}$'),
  -- NULL: the shipped name, in the reader's language
  name            text CHECK (length(name) BETWEEN 1 AND 100),
  position        int  NOT NULL,
  probability_ppm int  NOT NULL CHECK (probability_ppm BETWEEN 0 AND 1000000),
  outcome         text CHECK (outcome IN ('won', 'lost')),
  -- whose move it is (S3.37)
  turn            text NOT NULL CHECK (turn IN ('us', 'source', 'implement', 'expertise', 'expand')),
  PRIMARY KEY (workspace_id, code)
);
CREATE UNIQUE INDEX stage_of_outcome ON deals.stage (workspace_id, outcome) WHERE outcome IS NOT NULL;
SELECT kernel.protect('deals.stage', shared => true);

-- How long a registration protects and how soon we answer; no row: as shipped.
CREATE TABLE deals.registration_rules (
  workspace_id    uuid NOT NULL PRIMARY KEY,
  protection_days int  NOT NULL CHECK (protection_days BETWEEN 1 AND 1000),
  extension_days  int  NOT NULL CHECK (extension_days BETWEEN 1 AND 1000),
  extensions_max  int  NOT NULL CHECK (extensions_max BETWEEN 0 AND 20),
  -- working hours: Monday to Friday, 9 to 18 of the company's zone
  answer_hours    int  NOT NULL CHECK (answer_hours BETWEEN 1 AND 400)
);
SELECT kernel.protect('deals.registration_rules', shared => true);

-- An opportunity that may become sales. Whose the client is stands in `registration`; how far the deal is, in `stage`.
CREATE TABLE deals.deal (
  workspace_id      uuid        NOT NULL,
  id                kernel.id   NOT NULL,
  number            int         NOT NULL CHECK (number > 0),
  -- people's data live in the client's row only; NULL: a list told of a deal without a client
  client_id         kernel.id,
  -- the company's name as it was told, for a partner who may not see our client
  title             text        NOT NULL CHECK (length(title) BETWEEN 1 AND 300),
  kind              text        NOT NULL CHECK (kind IN ('new', 'expansion', 'cross_sell')),
  expands_deal_id   kernel.id,
  -- who registered it; NULL: our own, or a public form that named nobody we know
  partner_id        kernel.id,
  agreement_id      kernel.id,
  -- what the public form said of who brings the client, word for word
  named_registrant  text        CHECK (length(named_registrant) <= 300),
  channel           text        NOT NULL CHECK (channel IN ('partner', 'manager', 'public_form', 'import', 'crm', 'api')),
  source            text        COLLATE "C",
  external_id       text        COLLATE "C",
  registration      text        NOT NULL CHECK (registration IN ('pending', 'approved', 'conflicted', 'rejected', 'expired', 'withdrawn', 'none')),
  registered_at     timestamptz,
  answer_due_at     timestamptz,
  decided_at        timestamptz,
  decided_by        text,
  decision_reason   text        CHECK (length(decision_reason) <= 4000),
  -- the last day of protection, included
  protected_until   date,
  extended_times    int         NOT NULL DEFAULT 0,
  -- the earlier registration that stands instead of this one
  yields_to_deal_id kernel.id,
  -- what told the doubt: our_client, own_deal, registered_earlier
  doubt             text,
  handover_basis    text        CHECK (handover_basis IN ('client_consent', 'client_request', 'business_contact', 'confirmation_letter')),
  client_confirmed_at timestamptz,
  stage             text        COLLATE "C" NOT NULL,
  -- the last stage before the deal was closed: where it returns to when its sale is taken back
  open_stage        text        COLLATE "C" NOT NULL,
  amount_minor      bigint      CHECK (amount_minor >= 0),
  currency          char(3)     NOT NULL,
  next_step         text        CHECK (length(next_step) <= 300),
  next_step_on      date,
  moved_at          timestamptz NOT NULL,
  expected_on       date,
  closed_at         timestamptz,
  outcome           text        CHECK (outcome IN ('won', 'lost')),
  lost_reason       text        CHECK (length(lost_reason) <= 300),
  owner_member_id   kernel.id,
  created_at        timestamptz NOT NULL,
  created_by        text        NOT NULL,
  PRIMARY KEY (workspace_id, id),
  FOREIGN KEY (workspace_id, client_id) REFERENCES directory.client,
  FOREIGN KEY (workspace_id, partner_id) REFERENCES directory.partner,
  FOREIGN KEY (workspace_id, agreement_id) REFERENCES agreements.agreement,
  FOREIGN KEY (workspace_id, expands_deal_id) REFERENCES deals.deal,
  FOREIGN KEY (workspace_id, yields_to_deal_id) REFERENCES deals.deal,
  FOREIGN KEY (workspace_id, owner_member_id) REFERENCES identity.member,
  CHECK ((source IS NULL) = (external_id IS NULL)),
  CHECK (agreement_id IS NULL OR partner_id IS NOT NULL),
  CHECK ((outcome IS NULL) = (closed_at IS NULL)),
  CHECK (registration NOT IN ('pending', 'approved', 'conflicted') OR registered_at IS NOT NULL),
  CHECK (registration <> 'approved' OR protected_until IS NOT NULL)
);
CREATE UNIQUE INDEX deal_by_number ON deals.deal (workspace_id, number);
CREATE UNIQUE INDEX deal_by_key ON deals.deal (workspace_id, source, external_id) WHERE external_id IS NOT NULL;
CREATE INDEX deal_by_client ON deals.deal (workspace_id, client_id, registered_at) WHERE client_id IS NOT NULL;
CREATE INDEX deal_by_partner ON deals.deal (workspace_id, partner_id, moved_at DESC) WHERE partner_id IS NOT NULL;
CREATE INDEX deal_by_move ON deals.deal (workspace_id, moved_at DESC, id DESC);
CREATE INDEX deal_open ON deals.deal (workspace_id, stage, moved_at) WHERE outcome IS NULL;
CREATE INDEX deal_waiting ON deals.deal (workspace_id, answer_due_at) WHERE registration = 'pending';
CREATE INDEX deal_protected ON deals.deal (workspace_id, protected_until) WHERE registration = 'approved' AND outcome IS NULL;
CREATE INDEX deal_expands ON deals.deal (workspace_id, expands_deal_id) WHERE expands_deal_id IS NOT NULL;
SELECT kernel.protect('deals.deal', partner_column => 'partner_id');

-- Who does what in a deal, for which share of the reward of that role and at most for how much (S3.19, S3.36).
CREATE TABLE deals.deal_participant (
  workspace_id uuid        NOT NULL,
  id           kernel.id   NOT NULL,
  deal_id      kernel.id   NOT NULL,
  partner_id   kernel.id   NOT NULL,
  agreement_id kernel.id   NOT NULL,
  class        text        NOT NULL CHECK (class IN ('referral', 'partner_sales', 'alliance')),
  role         text        NOT NULL CHECK (role IN ('source', 'implement', 'expertise', 'expand')),
  share_ppm    int         NOT NULL CHECK (share_ppm BETWEEN 1 AND 1000000),
  cap_minor    bigint      CHECK (cap_minor > 0),
  added_at     timestamptz NOT NULL,
  added_by     text        NOT NULL,
  removed_at   timestamptz,
  removed_by   text,
  PRIMARY KEY (workspace_id, id),
  FOREIGN KEY (workspace_id, deal_id) REFERENCES deals.deal,
  FOREIGN KEY (workspace_id, partner_id) REFERENCES directory.partner,
  FOREIGN KEY (workspace_id, agreement_id) REFERENCES agreements.agreement
);
CREATE UNIQUE INDEX deal_participant_once ON deals.deal_participant (workspace_id, deal_id, partner_id, role) WHERE removed_at IS NULL;
CREATE INDEX deal_participant_by_partner ON deals.deal_participant (workspace_id, partner_id) WHERE removed_at IS NULL;
SELECT kernel.protect('deals.deal_participant', partner_column => 'partner_id');

-- A partner that takes part sees the deal it takes part in, whoever brought it.
CREATE POLICY takes_part ON deals.deal FOR SELECT USING (
  workspace_id = (SELECT kernel.workspace()) AND (SELECT kernel.partner()) IS NOT NULL AND id IN (
    SELECT p.deal_id FROM deals.deal_participant p
    WHERE p.workspace_id = (SELECT kernel.workspace()) AND p.partner_id = (SELECT kernel.partner()) AND p.removed_at IS NULL));

-- What happened to a deal, in the order in which it happened.
CREATE TABLE deals.deal_event (
  workspace_id uuid        NOT NULL,
  deal_id      kernel.id   NOT NULL,
  step         int         NOT NULL CHECK (step > 0),
  at           timestamptz NOT NULL,
  by_actor     text        NOT NULL,
  what         text        NOT NULL,
  params       jsonb       NOT NULL DEFAULT '{}',
  PRIMARY KEY (workspace_id, deal_id, step),
  FOREIGN KEY (workspace_id, deal_id) REFERENCES deals.deal
);
SELECT kernel.protect('deals.deal_event');
SELECT kernel.append_only('deals.deal_event');

-- Which sales a deal became. A sale belongs to one deal, so a deal counts once.
CREATE TABLE deals.deal_sale (
  workspace_id uuid        NOT NULL,
  sale_id      kernel.id   NOT NULL,
  deal_id      kernel.id   NOT NULL,
  linked_at    timestamptz NOT NULL,
  linked_by    text        NOT NULL,
  PRIMARY KEY (workspace_id, sale_id),
  FOREIGN KEY (workspace_id, sale_id) REFERENCES deals.sale,
  FOREIGN KEY (workspace_id, deal_id) REFERENCES deals.deal
);
CREATE INDEX deal_sale_by_deal ON deals.deal_sale (workspace_id, deal_id);
SELECT kernel.protect('deals.deal_sale');

-- A form that anybody with the address may fill. The token is no secret: it is printed and sent around.
CREATE TABLE deals.form (
  workspace_id uuid        NOT NULL,
  token        text        COLLATE "C" NOT NULL UNIQUE CHECK (length(token) BETWEEN 16 AND 64),
  title        text        NOT NULL CHECK (length(title) BETWEEN 1 AND 300),
  consent_text text        NOT NULL CHECK (length(consent_text) BETWEEN 1 AND 4000),
  -- a form of one agreement registers for its partner; a form of the company asks who it is
  partner_id   kernel.id,
  agreement_id kernel.id,
  created_at   timestamptz NOT NULL,
  created_by   text        NOT NULL,
  closed_at    timestamptz,
  PRIMARY KEY (workspace_id, token),
  FOREIGN KEY (workspace_id, partner_id) REFERENCES directory.partner,
  FOREIGN KEY (workspace_id, agreement_id) REFERENCES agreements.agreement,
  CHECK ((partner_id IS NULL) = (agreement_id IS NULL))
);
SELECT kernel.protect('deals.form', partner_column => 'partner_id');

-- «Да, передайте» or «нет»: the letter that asks the client. The token is only in the letter; here is its SHA-256.
CREATE TABLE deals.handover (
  workspace_id uuid        NOT NULL,
  deal_id      kernel.id   NOT NULL,
  token_hash   text        COLLATE "C" NOT NULL UNIQUE,
  sent_at      timestamptz NOT NULL,
  expires_at   timestamptz NOT NULL,
  answered_at  timestamptz,
  agreed       boolean,
  PRIMARY KEY (workspace_id, deal_id, sent_at),
  FOREIGN KEY (workspace_id, deal_id) REFERENCES deals.deal,
  CHECK ((answered_at IS NULL) = (agreed IS NULL))
);
SELECT kernel.protect('deals.handover');

-- Row level security is forced on the owner too, so it is let to read here; nobody signs in as the owner.
CREATE POLICY looks_across ON deals.form FOR SELECT TO CURRENT_USER USING (true);
CREATE POLICY looks_across ON deals.handover FOR SELECT TO CURRENT_USER USING (true);
CREATE FUNCTION deals.find_form(of_token text) RETURNS uuid
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = '' AS
$$ SELECT f.workspace_id FROM deals.form f WHERE f.token = of_token $$;
REVOKE ALL ON FUNCTION deals.find_form(text) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION deals.find_form(text) TO mosty_app;
CREATE FUNCTION deals.find_handover(of_hash text) RETURNS TABLE (workspace_id uuid, deal_id text)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = '' AS
$$ SELECT h.workspace_id, h.deal_id FROM deals.handover h WHERE h.token_hash = of_hash $$;
REVOKE ALL ON FUNCTION deals.find_handover(text) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION deals.find_handover(text) TO mosty_app;

-- What the source of a sale said of the deal, the click and the visitor it came from; kept word for word.
ALTER TABLE deals.sale ADD COLUMN named_deal text COLLATE "C";
ALTER TABLE deals.sale ADD COLUMN named_click text COLLATE "C";
ALTER TABLE deals.sale ADD COLUMN named_visitor text COLLATE "C";
CREATE OR REPLACE VIEW deals.v_sale_detail WITH (security_invoker = true) AS SELECT * FROM deals.sale;

CREATE VIEW deals.v_deal WITH (security_invoker = true) AS
SELECT workspace_id, id, number, client_id, title, kind, expands_deal_id, partner_id, agreement_id, channel, registration, registered_at,
       protected_until, stage, amount_minor, currency, moved_at, closed_at, outcome, created_at
FROM deals.deal;
CREATE VIEW deals.v_deal_participant WITH (security_invoker = true) AS
SELECT workspace_id, id, deal_id, partner_id, agreement_id, class, role, share_ppm, cap_minor, added_at
FROM deals.deal_participant WHERE removed_at IS NULL;
CREATE VIEW deals.v_deal_sale WITH (security_invoker = true) AS SELECT workspace_id, deal_id, sale_id, linked_at FROM deals.deal_sale;
GRANT SELECT ON deals.v_deal, deals.v_deal_participant, deals.v_deal_sale TO mosty_app;
