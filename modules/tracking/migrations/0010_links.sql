SET lock_timeout = '5s';

-- Hosts that links may lead to. Nothing else is ever redirected to.
CREATE TABLE tracking.destination (
  workspace_id    uuid        NOT NULL,
  -- as a browser writes it: lower case, punycode, with the port where it is not the usual one
  host            text        COLLATE "C" NOT NULL CHECK (length(host) BETWEEN 1 AND 255),
  with_subdomains boolean     NOT NULL DEFAULT false,
  created_at      timestamptz NOT NULL,
  created_by      text        NOT NULL,
  PRIMARY KEY (workspace_id, host)
);
SELECT kernel.protect('tracking.destination', shared => true);

-- Hosts on which links of a company answer. A host names its company, so it is one company's only.
CREATE TABLE tracking.domain (
  workspace_id uuid        NOT NULL,
  host         text        COLLATE "C" NOT NULL CHECK (length(host) BETWEEN 1 AND 255),
  created_at   timestamptz NOT NULL,
  created_by   text        NOT NULL,
  PRIMARY KEY (workspace_id, host)
);
CREATE UNIQUE INDEX domain_by_host ON tracking.domain (host);
SELECT kernel.protect('tracking.domain', shared => true);

-- The redirect has a host and no company yet. It learns the one and nothing else.
CREATE POLICY looks_across ON tracking.domain FOR SELECT TO CURRENT_USER USING (true);

CREATE TABLE tracking.link (
  workspace_id uuid        NOT NULL,
  id           kernel.id   NOT NULL,
  key          text        NOT NULL CHECK (length(key) BETWEEN 1 AND 64),
  -- the key in the letters it is compared by, made by `domain/key.ts`
  key_fold     text        COLLATE "C" NOT NULL,
  agreement_id kernel.id   NOT NULL,
  partner_id   kernel.id   NOT NULL,
  -- where it is shown to answer; NULL: the address of Mosty itself
  domain       text        COLLATE "C",
  destination  text        NOT NULL CHECK (length(destination) BETWEEN 8 AND 2000),
  title        text        CHECK (length(title) <= 200),
  -- utm_medium: the kind of the agreement on the day it was made
  medium       text        NOT NULL,
  campaign     text        CHECK (length(campaign) <= 100),
  content      text        CHECK (length(content) <= 100),
  -- the advertising token and the words the law wants beside it
  erid         text        CHECK (length(erid) <= 100),
  ad_label     text        CHECK (length(ad_label) <= 300),
  created_at   timestamptz NOT NULL,
  created_by   text        NOT NULL,
  expires_at   timestamptz,
  archived_at  timestamptz,
  PRIMARY KEY (workspace_id, id),
  FOREIGN KEY (workspace_id, agreement_id) REFERENCES agreements.agreement
);
-- A key is one partner's for ever: an archived one is printed somewhere, and is not given to another.
CREATE UNIQUE INDEX link_by_key ON tracking.link (workspace_id, key_fold);
CREATE INDEX link_by_partner ON tracking.link (workspace_id, partner_id);
CREATE INDEX link_by_agreement ON tracking.link (workspace_id, agreement_id);
CREATE INDEX link_by_time ON tracking.link (workspace_id, created_at, id);
SELECT kernel.protect('tracking.link', partner_column => 'partner_id');

-- S0.39: no link before the rules are accepted; and none on an agreement that has ended.
CREATE FUNCTION tracking.guard_link() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  PERFORM FROM agreements.v_agreement a
    WHERE a.workspace_id = NEW.workspace_id AND a.id = NEW.agreement_id AND a.partner_id = NEW.partner_id
      AND a.accepted_at IS NOT NULL AND a.ended_at IS NULL;
  IF NOT FOUND THEN
    RAISE EXCEPTION 'a link needs an accepted, open agreement' USING ERRCODE = 'check_violation', CONSTRAINT = 'link_after_rules';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER guard_link BEFORE INSERT ON tracking.link FOR EACH ROW EXECUTE FUNCTION tracking.guard_link();

-- What a code does beside other reductions of the price: instead of them, on top of ours, or on top of any (S0.64).
ALTER TABLE tracking.code ADD COLUMN stacking text NOT NULL DEFAULT 'alone' CHECK (stacking IN ('alone', 'with_ours', 'with_any'));

-- What of the price always remains, and the greatest reduction the company itself gives without any code.
CREATE TABLE tracking.price_rule (
  workspace_id     uuid        NOT NULL,
  floor_ppm        bigint      NOT NULL CHECK (floor_ppm BETWEEN 0 AND 1000000),
  our_discount_ppm bigint      NOT NULL CHECK (our_discount_ppm BETWEEN 0 AND 1000000),
  set_at           timestamptz NOT NULL,
  set_by           text        NOT NULL,
  PRIMARY KEY (workspace_id)
);
SELECT kernel.protect('tracking.price_rule', shared => true);

CREATE VIEW tracking.v_link WITH (security_invoker = true) AS
SELECT workspace_id, id, key, agreement_id, partner_id, title, created_at, expires_at, archived_at FROM tracking.link;
CREATE VIEW tracking.v_code WITH (security_invoker = true) AS
SELECT workspace_id, id, code, code_key, kind, agreement_id, partner_id, created_at, archived_at FROM tracking.code;
GRANT SELECT ON tracking.v_link, tracking.v_code TO mosty_app;
