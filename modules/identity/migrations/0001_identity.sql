SET lock_timeout = '5s';
CREATE SCHEMA identity;
GRANT USAGE ON SCHEMA identity TO mosty_app;

CREATE TABLE identity.workspace (
  workspace_id uuid        PRIMARY KEY,
  name         text        NOT NULL CHECK (length(name) BETWEEN 1 AND 200),
  legal_name   text,
  zone         text        NOT NULL,
  currency     char(3)     NOT NULL,
  language     text        NOT NULL DEFAULT 'ru' CHECK (language IN ('ru', 'en')),
  country      text        NOT NULL DEFAULT 'ru',
  is_demo      boolean     NOT NULL DEFAULT false,
  settings     jsonb       NOT NULL DEFAULT '{}',
  created_at   timestamptz NOT NULL
);
SELECT kernel.protect('identity.workspace', shared => true);

-- A person in a workspace. People of a partner carry its id and see only its rows.
CREATE TABLE identity.member (
  workspace_id uuid        NOT NULL REFERENCES identity.workspace,
  id           kernel.id   NOT NULL,
  user_id      text,
  name         text        NOT NULL,
  email        text        NOT NULL,
  role         text        NOT NULL CHECK (role IN ('owner', 'head', 'manager', 'finance', 'analyst', 'voice', 'partner_owner', 'partner_staff')),
  partner_id   kernel.id,
  money_granted boolean    NOT NULL DEFAULT false,
  created_at   timestamptz NOT NULL,
  left_at      timestamptz,
  PRIMARY KEY (workspace_id, id),
  CHECK ((role IN ('partner_owner', 'partner_staff')) = (partner_id IS NOT NULL))
);
CREATE UNIQUE INDEX member_by_user ON identity.member (workspace_id, user_id) WHERE user_id IS NOT NULL AND left_at IS NULL;
CREATE UNIQUE INDEX member_by_email ON identity.member (workspace_id, lower(email)) WHERE left_at IS NULL;
SELECT kernel.protect('identity.member', partner_column => 'partner_id');
