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
  -- why it is partner sales although the partner has been a client (S2.14), or why the class was changed (S2.5)
  class_reason    text,
  number          text,
  -- referral only: the client that this partner is (S2.6)
  client_id       kernel.id,
  starts_on       date        NOT NULL,
  ends_on         date,
  created_at      timestamptz NOT NULL,
  -- both sides accepted: here, version by version, or on paper before
  accepted_at     timestamptz,
  signed_on       date,
  -- S2.19: an accepted agreement that was never launched is still a contact
  launched_on     date,
  ended_at        timestamptz,
  end_reason      text,
  -- the newest version both sides accepted here; 0 while there is none
  current_version int         NOT NULL DEFAULT 0,
  PRIMARY KEY (workspace_id, id),
  FOREIGN KEY (workspace_id, partner_id) REFERENCES directory.partner,
  FOREIGN KEY (workspace_id, client_id) REFERENCES directory.client,
  CHECK ((class = 'referral') = (client_id IS NOT NULL)),
  CHECK ((class = 'referral') = (kind = 'client')),
  CHECK (kind <> 'ally' OR class = 'alliance'),
  CHECK (ends_on IS NULL OR ends_on > starts_on),
  CHECK ((accepted_at IS NOT NULL) = (signed_on IS NOT NULL OR current_version > 0)),
  CHECK (launched_on IS NULL OR accepted_at IS NOT NULL),
  CHECK ((ended_at IS NULL) = (end_reason IS NULL))
);
CREATE INDEX agreement_by_partner ON agreements.agreement (workspace_id, partner_id);
-- One client is one referral partner at a time.
CREATE UNIQUE INDEX agreement_by_referral_client ON agreements.agreement (workspace_id, client_id)
  WHERE class = 'referral' AND ended_at IS NULL;
-- The same agreement is not opened twice: a list read again adds nothing.
CREATE UNIQUE INDEX agreement_one_open ON agreements.agreement (workspace_id, partner_id, class, kind, COALESCE(number, ''))
  WHERE ended_at IS NULL;
SELECT kernel.protect('agreements.agreement', partner_column => 'partner_id');

-- S2.7, S2.9: a referral partner paid before the agreement, got a result, is satisfied and agreed to tell.
CREATE FUNCTION agreements.guard_referral() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  proven boolean;
BEGIN
  IF NEW.class <> 'referral' OR NEW.ended_at IS NOT NULL THEN
    RETURN NEW;
  END IF;
  SELECT c.result_confirmed_at IS NOT NULL AND c.satisfied AND c.consent_at IS NOT NULL
         AND (c.first_paid_at AT TIME ZONE w.zone)::date <= NEW.starts_on
    INTO proven
    FROM directory.client c JOIN identity.workspace w ON w.workspace_id = c.workspace_id
    WHERE c.workspace_id = NEW.workspace_id AND c.id = NEW.client_id;
  IF proven IS NOT TRUE THEN
    RAISE EXCEPTION 'a referral partner is a client who paid, got a result, is satisfied and agreed to tell'
      USING ERRCODE = 'check_violation', CONSTRAINT = 'referral_is_proven_client';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER guard_referral BEFORE INSERT OR UPDATE OF class, client_id, starts_on, ended_at ON agreements.agreement
  FOR EACH ROW EXECUTE FUNCTION agreements.guard_referral();

-- S2.11: no more referral partners than clients, counted once a statement and one transaction at a time.
CREATE FUNCTION agreements.guard_referral_capacity() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  clients bigint;
  referrals bigint;
BEGIN
  PERFORM pg_advisory_xact_lock(hashtextextended('agreements.referral:' || kernel.workspace(), 0));
  SELECT count(*) INTO referrals FROM agreements.agreement
    WHERE workspace_id = kernel.workspace() AND class = 'referral' AND ended_at IS NULL;
  IF referrals = 0 THEN
    RETURN NULL;
  END IF;
  SELECT count(*) INTO clients FROM directory.client WHERE workspace_id = kernel.workspace() AND first_paid_at IS NOT NULL;
  IF referrals > clients THEN
    RAISE EXCEPTION 'referral partners cannot outnumber clients' USING ERRCODE = 'check_violation', CONSTRAINT = 'referrals_within_clients';
  END IF;
  RETURN NULL;
END $$;
CREATE TRIGGER guard_referral_capacity AFTER INSERT OR UPDATE OF class ON agreements.agreement
  FOR EACH STATEMENT EXECUTE FUNCTION agreements.guard_referral_capacity();

-- Nobody opens an agreement with an archived partner; the row is held so that it is not archived meanwhile.
CREATE FUNCTION agreements.guard_partner() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  PERFORM FROM directory.partner p
    WHERE p.workspace_id = NEW.workspace_id AND p.id = NEW.partner_id AND p.archived_at IS NULL FOR SHARE;
  IF NOT FOUND THEN
    RAISE EXCEPTION 'the partner is archived' USING ERRCODE = 'check_violation', CONSTRAINT = 'agreement_of_live_partner';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER guard_partner BEFORE INSERT ON agreements.agreement
  FOR EACH ROW EXECUTE FUNCTION agreements.guard_partner();

-- And nobody archives a partner while an agreement is open.
CREATE FUNCTION agreements.guard_archive() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF NEW.archived_at IS NOT NULL AND OLD.archived_at IS NULL AND EXISTS (
    SELECT FROM agreements.agreement a
    WHERE a.workspace_id = NEW.workspace_id AND a.partner_id = NEW.id AND a.ended_at IS NULL) THEN
    RAISE EXCEPTION 'the partner has an open agreement' USING ERRCODE = 'check_violation', CONSTRAINT = 'partner_has_open_agreement';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER guard_archive BEFORE UPDATE OF archived_at ON directory.partner
  FOR EACH ROW EXECUTE FUNCTION agreements.guard_archive();

-- What both sides wrote down (S0.40, S0.60). A version never changes; the next one follows it.
CREATE TABLE agreements.agreement_version (
  workspace_id  uuid        NOT NULL,
  id            kernel.id   NOT NULL,
  agreement_id  kernel.id   NOT NULL,
  partner_id    kernel.id   NOT NULL,
  version       int         NOT NULL CHECK (version > 0),
  success       text        NOT NULL,
  who_answers   text        NOT NULL,
  if_it_breaks  text        NOT NULL,
  how_counted   text        NOT NULL,
  -- [{side, words, dueOn}]: what was promised, word for word; how each went is in `promise`
  promises      jsonb       NOT NULL,
  body_hash     text        NOT NULL,
  created_at    timestamptz NOT NULL,
  created_by    text        NOT NULL,
  PRIMARY KEY (workspace_id, id),
  UNIQUE (workspace_id, agreement_id, version),
  UNIQUE (workspace_id, id, body_hash),
  FOREIGN KEY (workspace_id, agreement_id) REFERENCES agreements.agreement
);
SELECT kernel.protect('agreements.agreement_version', partner_column => 'partner_id');
SELECT kernel.append_only('agreements.agreement_version');

-- Who accepted which version, for which side, when and what exactly: the hash is that of the version, or refused.
CREATE TABLE agreements.acceptance (
  workspace_id uuid        NOT NULL,
  version_id   kernel.id   NOT NULL,
  partner_id   kernel.id   NOT NULL,
  side         text        NOT NULL CHECK (side IN ('ours', 'theirs')),
  person       text        NOT NULL,
  -- theirs written down by ours: the letter or paper it is known from
  evidence     text,
  by_actor     text        NOT NULL,
  body_hash    text        NOT NULL,
  accepted_at  timestamptz NOT NULL,
  PRIMARY KEY (workspace_id, version_id, side),
  FOREIGN KEY (workspace_id, version_id, body_hash) REFERENCES agreements.agreement_version (workspace_id, id, body_hash)
);
SELECT kernel.protect('agreements.acceptance', partner_column => 'partner_id');
SELECT kernel.append_only('agreements.acceptance');

CREATE TABLE agreements.promise (
  workspace_id uuid        NOT NULL,
  id           kernel.id   NOT NULL,
  agreement_id kernel.id   NOT NULL,
  partner_id   kernel.id   NOT NULL,
  -- the version that made it a promise; NULL when it was given between versions
  version      int,
  side         text        NOT NULL CHECK (side IN ('ours', 'theirs')),
  words        text        NOT NULL,
  due_on       date,
  created_at   timestamptz NOT NULL,
  outcome      text        CHECK (outcome IN ('kept', 'missed', 'withdrawn')),
  outcome_at   timestamptz,
  outcome_note text,
  PRIMARY KEY (workspace_id, id),
  FOREIGN KEY (workspace_id, agreement_id) REFERENCES agreements.agreement,
  CHECK ((outcome IS NULL) = (outcome_at IS NULL)),
  -- withdrawn without a note: the next accepted version left it out
  CHECK (outcome <> 'missed' OR outcome_note IS NOT NULL)
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
FROM directory.v_partner p
LEFT JOIN agreements.agreement a ON a.workspace_id = p.workspace_id AND a.partner_id = p.id
GROUP BY p.workspace_id, p.id;
GRANT SELECT ON agreements.v_partner_standing TO mosty_app;

-- What attribution and incentives need to know of an agreement.
CREATE VIEW agreements.v_agreement WITH (security_invoker = true) AS
SELECT workspace_id, id, partner_id, class, kind, number, client_id, starts_on, ends_on, created_at, accepted_at, launched_on, ended_at
FROM agreements.agreement;
GRANT SELECT ON agreements.v_agreement TO mosty_app;
