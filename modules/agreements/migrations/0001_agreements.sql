SET lock_timeout = '5s';
CREATE SCHEMA agreements;
GRANT USAGE ON SCHEMA agreements TO mosty_app;

-- One agreement is of one reporting class and one kind; a partner may have several (S1.34, S2.1).
CREATE TABLE agreements.agreement (
  workspace_id    uuid        NOT NULL,
  id              kernel.id   NOT NULL,
  partner_id      kernel.id   NOT NULL,
  class           text        NOT NULL CHECK (class IN ('referral', 'partner_sales', 'alliance')),
  kind            text        NOT NULL CHECK (kind IN ('affiliate', 'creator', 'ambassador', 'agent', 'integrator', 'consultant', 'community', 'reseller', 'client', 'ally')),
  number          text,
  -- referral only: the client that this partner is (S2.6)
  client_id       kernel.id,
  starts_on       date        NOT NULL,
  ends_on         date,
  created_at      timestamptz NOT NULL,
  accepted_at     timestamptz,
  -- S2.19: an accepted agreement that was never launched is still a contact
  launched_on     date,
  ended_at        timestamptz,
  end_reason      text,
  current_version int         NOT NULL DEFAULT 0,
  PRIMARY KEY (workspace_id, id),
  FOREIGN KEY (workspace_id, partner_id) REFERENCES directory.partner,
  FOREIGN KEY (workspace_id, client_id) REFERENCES directory.client,
  CHECK ((class = 'referral') = (client_id IS NOT NULL)),
  CHECK (ends_on IS NULL OR ends_on > starts_on),
  CHECK (launched_on IS NULL OR accepted_at IS NOT NULL)
);
CREATE INDEX agreement_by_partner ON agreements.agreement (workspace_id, partner_id);
-- One client is one referral partner at a time.
CREATE UNIQUE INDEX agreement_by_referral_client ON agreements.agreement (workspace_id, client_id)
  WHERE class = 'referral' AND ended_at IS NULL;
SELECT kernel.protect('agreements.agreement', partner_column => 'partner_id');

-- S2.9: a referral partner paid and got a result before the agreement. S2.11: no more of them than clients.
CREATE FUNCTION agreements.guard_referral() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  proven boolean;
  clients bigint;
  referrals bigint;
BEGIN
  IF NEW.class <> 'referral' OR NEW.ended_at IS NOT NULL THEN
    RETURN NEW;
  END IF;
  SELECT c.first_paid_at IS NOT NULL AND c.first_paid_at::date <= NEW.starts_on AND c.result_confirmed_at IS NOT NULL
    INTO proven FROM directory.client c WHERE c.workspace_id = NEW.workspace_id AND c.id = NEW.client_id;
  IF proven IS NOT TRUE THEN
    RAISE EXCEPTION 'a referral partner is a client who paid and got a result' USING ERRCODE = 'check_violation', CONSTRAINT = 'referral_is_proven_client';
  END IF;
  PERFORM pg_advisory_xact_lock(hashtextextended('agreements.referral:' || NEW.workspace_id, 0));
  SELECT count(*) INTO clients FROM directory.client c WHERE c.workspace_id = NEW.workspace_id AND c.first_paid_at IS NOT NULL;
  SELECT count(*) INTO referrals FROM agreements.agreement a
    WHERE a.workspace_id = NEW.workspace_id AND a.class = 'referral' AND a.ended_at IS NULL AND a.id <> NEW.id;
  IF referrals + 1 > clients THEN
    RAISE EXCEPTION 'referral partners cannot outnumber clients' USING ERRCODE = 'check_violation', CONSTRAINT = 'referrals_within_clients';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER guard_referral BEFORE INSERT OR UPDATE OF class, client_id, starts_on, ended_at ON agreements.agreement
  FOR EACH ROW EXECUTE FUNCTION agreements.guard_referral();

-- What both sides wrote down (S0.40, S0.60). A version never changes; the next one follows it.
CREATE TABLE agreements.agreement_version (
  workspace_id  uuid        NOT NULL,
  id            kernel.id   NOT NULL,
  agreement_id  kernel.id   NOT NULL,
  version       int         NOT NULL CHECK (version > 0),
  success       text        NOT NULL,
  who_answers   text        NOT NULL,
  if_it_breaks  text        NOT NULL,
  how_counted   text        NOT NULL,
  body_hash     text        NOT NULL,
  created_at    timestamptz NOT NULL,
  created_by    text        NOT NULL,
  PRIMARY KEY (workspace_id, id),
  UNIQUE (workspace_id, agreement_id, version),
  FOREIGN KEY (workspace_id, agreement_id) REFERENCES agreements.agreement
);
SELECT kernel.protect('agreements.agreement_version', shared => false);
SELECT kernel.append_only('agreements.agreement_version');

-- Who accepted which version, for which side, when and what exactly (its hash).
CREATE TABLE agreements.acceptance (
  workspace_id uuid        NOT NULL,
  version_id   kernel.id   NOT NULL,
  side         text        NOT NULL CHECK (side IN ('ours', 'theirs')),
  person       text        NOT NULL,
  by_actor     text        NOT NULL,
  body_hash    text        NOT NULL,
  accepted_at  timestamptz NOT NULL,
  PRIMARY KEY (workspace_id, version_id, side),
  FOREIGN KEY (workspace_id, version_id) REFERENCES agreements.agreement_version
);
SELECT kernel.protect('agreements.acceptance');
SELECT kernel.append_only('agreements.acceptance');

CREATE TABLE agreements.promise (
  workspace_id uuid        NOT NULL,
  id           kernel.id   NOT NULL,
  agreement_id kernel.id   NOT NULL,
  partner_id   kernel.id   NOT NULL,
  version      int         NOT NULL,
  side         text        NOT NULL CHECK (side IN ('ours', 'theirs')),
  words        text        NOT NULL,
  due_on       date,
  created_at   timestamptz NOT NULL,
  outcome      text        CHECK (outcome IN ('kept', 'missed', 'withdrawn')),
  outcome_at   timestamptz,
  outcome_note text,
  PRIMARY KEY (workspace_id, id),
  FOREIGN KEY (workspace_id, agreement_id) REFERENCES agreements.agreement,
  CHECK ((outcome IS NULL) = (outcome_at IS NULL))
);
CREATE INDEX promise_by_agreement ON agreements.promise (workspace_id, agreement_id);
CREATE INDEX promise_by_partner ON agreements.promise (workspace_id, partner_id);
SELECT kernel.protect('agreements.promise', partner_column => 'partner_id');

-- partner: accepted and launched; contact: not yet; left: everything ended (S2.19).
CREATE VIEW agreements.v_partner_standing WITH (security_invoker = true) AS
SELECT p.workspace_id, p.id AS partner_id,
       CASE
         WHEN bool_or(a.launched_on IS NOT NULL AND a.ended_at IS NULL) THEN 'partner'
         WHEN bool_or(a.ended_at IS NOT NULL AND a.launched_on IS NOT NULL)
              AND bool_and(a.ended_at IS NOT NULL) THEN 'left'
         ELSE 'contact'
       END AS standing,
       min(a.launched_on) AS partner_since
FROM directory.partner p
LEFT JOIN agreements.agreement a ON a.workspace_id = p.workspace_id AND a.partner_id = p.id
GROUP BY p.workspace_id, p.id;
GRANT SELECT ON agreements.v_partner_standing TO mosty_app;

-- What attribution and incentives need to know of an agreement.
CREATE VIEW agreements.v_agreement WITH (security_invoker = true) AS
SELECT workspace_id, id, partner_id, class, kind, starts_on, ends_on, accepted_at, launched_on, ended_at
FROM agreements.agreement;
GRANT SELECT ON agreements.v_agreement TO mosty_app;
