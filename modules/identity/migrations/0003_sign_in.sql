SET lock_timeout = '5s';
CREATE SCHEMA auth;
GRANT USAGE ON SCHEMA auth TO mosty_app;

-- Tables of the sign-in library (better-auth 1.7), named and typed by us. A sign-in belongs to a human, not to a
-- company: identity.member ties the two, so these rows carry no workspace.
CREATE TABLE auth."user" (
  id                 text        PRIMARY KEY,
  name               text        NOT NULL,
  email              text        NOT NULL UNIQUE,
  email_verified     boolean     NOT NULL DEFAULT false,
  image              text,
  two_factor_enabled boolean     NOT NULL DEFAULT false,
  created_at         timestamptz NOT NULL,
  updated_at         timestamptz NOT NULL
);

CREATE TABLE auth.session (
  id         text        PRIMARY KEY,
  user_id    text        NOT NULL REFERENCES auth."user" ON DELETE CASCADE,
  token      text        NOT NULL UNIQUE,
  expires_at timestamptz NOT NULL,
  ip_address text,
  user_agent text,
  created_at timestamptz NOT NULL,
  updated_at timestamptz NOT NULL
);
CREATE INDEX session_by_user ON auth.session (user_id);

-- How a user signs in; for a password, its slow hash.
CREATE TABLE auth.account (
  id                       text        PRIMARY KEY,
  user_id                  text        NOT NULL REFERENCES auth."user" ON DELETE CASCADE,
  account_id               text        NOT NULL,
  provider_id              text        NOT NULL,
  access_token             text,
  refresh_token            text,
  id_token                 text,
  access_token_expires_at  timestamptz,
  refresh_token_expires_at timestamptz,
  scope                    text,
  password                 text,
  created_at               timestamptz NOT NULL,
  updated_at               timestamptz NOT NULL,
  UNIQUE (provider_id, account_id)
);
CREATE INDEX account_by_user ON auth.account (user_id);

-- One-time links, password resets, waiting second factors. Identifiers are hashed by the library.
CREATE TABLE auth.verification (
  id         text        PRIMARY KEY,
  identifier text        NOT NULL,
  value      text        NOT NULL,
  expires_at timestamptz NOT NULL,
  created_at timestamptz NOT NULL,
  updated_at timestamptz NOT NULL
);
CREATE INDEX verification_by_identifier ON auth.verification (identifier);
CREATE INDEX verification_by_expiry ON auth.verification (expires_at);

-- Secret and backup codes are encrypted with the installation's secret.
CREATE TABLE auth.two_factor (
  id                        text PRIMARY KEY,
  user_id                   text NOT NULL UNIQUE REFERENCES auth."user" ON DELETE CASCADE,
  secret                    text NOT NULL,
  backup_codes              text NOT NULL,
  verified                  boolean DEFAULT true,
  failed_verification_count int DEFAULT 0,
  locked_until              timestamptz
);

CREATE TABLE auth.passkey (
  id            text    PRIMARY KEY,
  user_id       text    NOT NULL REFERENCES auth."user" ON DELETE CASCADE,
  name          text,
  public_key    text    NOT NULL,
  credential_id text    NOT NULL UNIQUE,
  counter       int     NOT NULL,
  device_type   text    NOT NULL,
  backed_up     boolean NOT NULL,
  transports    text,
  aaguid        text,
  created_at    timestamptz
);
CREATE INDEX passkey_by_user ON auth.passkey (user_id);

-- last_request: milliseconds since 1970.
CREATE TABLE auth.rate_limit (
  id           text             PRIMARY KEY,
  key          text             NOT NULL UNIQUE,
  count        int              NOT NULL,
  last_request double precision NOT NULL
);

-- Ours: wrong passwords per address (hashed), beside the library's limits per network.
CREATE TABLE auth.wrong_password (
  email_hash text        PRIMARY KEY,
  count      int         NOT NULL,
  last_at    timestamptz NOT NULL
);

GRANT SELECT, INSERT, UPDATE, DELETE ON ALL TABLES IN SCHEMA auth TO mosty_app;
