SET lock_timeout = '5s';
CREATE SCHEMA tracking;
GRANT USAGE ON SCHEMA tracking TO mosty_app;

-- A promo code (with a discount) or a referral code (without) that names its agreement in a row of sales.
CREATE TABLE tracking.code (
  workspace_id     uuid        NOT NULL,
  id               kernel.id   NOT NULL,
  code             text        NOT NULL CHECK (length(code) BETWEEN 1 AND 64),
  -- the code in the letters it is compared by: lower case of every alphabet, made by `domain.ts`
  code_key         text        COLLATE "C" NOT NULL,
  kind             text        NOT NULL CHECK (kind IN ('promo', 'referral')),
  agreement_id     kernel.id   NOT NULL,
  partner_id       kernel.id   NOT NULL,
  discount_ppm     bigint      NOT NULL DEFAULT 0 CHECK (discount_ppm BETWEEN 0 AND 1000000),
  -- the greatest discount that was allowed when it was made (S0.64); NULL: no scheme set one
  max_discount_ppm bigint      CHECK (max_discount_ppm BETWEEN 0 AND 1000000),
  created_at       timestamptz NOT NULL,
  archived_at      timestamptz,
  PRIMARY KEY (workspace_id, id),
  FOREIGN KEY (workspace_id, agreement_id) REFERENCES agreements.agreement,
  CHECK ((kind = 'promo') = (discount_ppm > 0)),
  CONSTRAINT code_above_floor CHECK (discount_ppm <= max_discount_ppm)
);
-- A code is one partner's for ever, whatever its letter case: an archived one is not given to another.
CREATE UNIQUE INDEX code_by_text ON tracking.code (workspace_id, code_key);
CREATE INDEX code_by_partner ON tracking.code (workspace_id, partner_id);
CREATE INDEX code_by_agreement ON tracking.code (workspace_id, agreement_id);
SELECT kernel.protect('tracking.code', partner_column => 'partner_id');

-- The greatest discount codes of an agreement may give, kept by whoever publishes its scheme.
CREATE TABLE tracking.discount_ceiling (
  workspace_id     uuid        NOT NULL,
  agreement_id     kernel.id   NOT NULL,
  max_discount_ppm bigint      NOT NULL CHECK (max_discount_ppm BETWEEN 0 AND 1000000),
  set_at           timestamptz NOT NULL,
  PRIMARY KEY (workspace_id, agreement_id),
  FOREIGN KEY (workspace_id, agreement_id) REFERENCES agreements.agreement
);
SELECT kernel.protect('tracking.discount_ceiling');

-- S0.39: no code before the rules are accepted; and none on an agreement that has ended.
CREATE FUNCTION tracking.guard_code() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  PERFORM FROM agreements.v_agreement a
    WHERE a.workspace_id = NEW.workspace_id AND a.id = NEW.agreement_id AND a.partner_id = NEW.partner_id
      AND a.accepted_at IS NOT NULL AND a.ended_at IS NULL;
  IF NOT FOUND THEN
    RAISE EXCEPTION 'a code needs an accepted, open agreement' USING ERRCODE = 'check_violation', CONSTRAINT = 'code_after_rules';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER guard_code BEFORE INSERT ON tracking.code FOR EACH ROW EXECUTE FUNCTION tracking.guard_code();
