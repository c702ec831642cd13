SET lock_timeout = '5s';
CREATE SCHEMA tracking;
GRANT USAGE ON SCHEMA tracking TO mosty_app;

-- A promo code (with a discount) or a referral code (without) that names its agreement in a row of sales.
CREATE TABLE tracking.code (
  workspace_id uuid        NOT NULL,
  id           kernel.id   NOT NULL,
  code         text        NOT NULL CHECK (code ~ '^\S{1,64}$'),
  kind         text        NOT NULL CHECK (kind IN ('promo', 'referral')),
  agreement_id kernel.id   NOT NULL,
  partner_id   kernel.id   NOT NULL,
  discount_ppm bigint      NOT NULL DEFAULT 0 CHECK (discount_ppm BETWEEN 0 AND 1000000),
  created_at   timestamptz NOT NULL,
  archived_at  timestamptz,
  PRIMARY KEY (workspace_id, id),
  FOREIGN KEY (workspace_id, agreement_id) REFERENCES agreements.agreement
);
-- A code is one person's for ever, whatever its letter case: an archived one is not given to another.
CREATE UNIQUE INDEX code_by_text ON tracking.code (workspace_id, lower(code) COLLATE "C");
SELECT kernel.protect('tracking.code', partner_column => 'partner_id');
