SET lock_timeout = '5s';

-- A way in for one person, once. The token itself is only in the letter; here is its SHA-256.
CREATE TABLE identity.invitation (
  workspace_id  uuid        NOT NULL REFERENCES identity.workspace,
  id            kernel.id   NOT NULL,
  email         text        NOT NULL,
  name          text        NOT NULL,
  role          text        NOT NULL CHECK (role IN ('owner', 'head', 'manager', 'finance', 'analyst', 'voice', 'partner_owner', 'partner_staff')),
  partner_id    kernel.id,
  money_granted boolean     NOT NULL DEFAULT false,
  token_hash    text        NOT NULL UNIQUE,
  invited_by    text        NOT NULL,
  created_at    timestamptz NOT NULL,
  expires_at    timestamptz NOT NULL,
  accepted_at   timestamptz,
  withdrawn_at  timestamptz,
  member_id     kernel.id,
  PRIMARY KEY (workspace_id, id),
  CHECK ((role IN ('partner_owner', 'partner_staff')) = (partner_id IS NOT NULL)),
  CHECK (accepted_at IS NULL OR withdrawn_at IS NULL)
);
CREATE UNIQUE INDEX invitation_one_open ON identity.invitation (workspace_id, lower(email))
  WHERE accepted_at IS NULL AND withdrawn_at IS NULL;
SELECT kernel.protect('identity.invitation', partner_column => 'partner_id');

-- What a program signs in with. Shown once; here is its SHA-256 and its last characters, to tell keys apart.
CREATE TABLE identity.api_key (
  workspace_id uuid        NOT NULL REFERENCES identity.workspace,
  id           kernel.id   NOT NULL,
  name         text        NOT NULL CHECK (length(name) BETWEEN 1 AND 100),
  scopes       text[]      NOT NULL CHECK (cardinality(scopes) > 0),
  hash         text        NOT NULL UNIQUE,
  tail         text        NOT NULL,
  created_by   text        NOT NULL,
  created_at   timestamptz NOT NULL,
  last_used_at timestamptz,
  revoked_at   timestamptz,
  PRIMARY KEY (workspace_id, id)
);
SELECT kernel.protect('identity.api_key');

CREATE POLICY looks_across ON identity.invitation FOR SELECT TO CURRENT_USER USING (true);
CREATE POLICY looks_across ON identity.api_key FOR SELECT TO CURRENT_USER USING (true);

-- Whoever holds the secret may learn which workspace it opens; nobody can find one without it.
CREATE FUNCTION identity.find_invitation(of_hash text) RETURNS TABLE (workspace_id uuid, id text)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = '' AS
$$ SELECT i.workspace_id, i.id FROM identity.invitation i WHERE i.token_hash = of_hash $$;
REVOKE ALL ON FUNCTION identity.find_invitation(text) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION identity.find_invitation(text) TO mosty_app;

CREATE FUNCTION identity.find_api_key(of_hash text) RETURNS TABLE (workspace_id uuid, id text)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = '' AS
$$ SELECT k.workspace_id, k.id FROM identity.api_key k WHERE k.hash = of_hash $$;
REVOKE ALL ON FUNCTION identity.find_api_key(text) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION identity.find_api_key(text) TO mosty_app;

-- Whether a company other than a demo works here: then the first start is over.
CREATE FUNCTION identity.has_company() RETURNS boolean
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = '' AS
$$ SELECT EXISTS (SELECT FROM identity.workspace WHERE NOT is_demo) $$;
REVOKE ALL ON FUNCTION identity.has_company() FROM PUBLIC;
GRANT EXECUTE ON FUNCTION identity.has_company() TO mosty_app;

-- The company that anybody may look at, when there is one.
CREATE FUNCTION identity.demo_workspace() RETURNS uuid
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = '' AS
$$ SELECT workspace_id FROM identity.workspace WHERE is_demo ORDER BY created_at LIMIT 1 $$;
REVOKE ALL ON FUNCTION identity.demo_workspace() FROM PUBLIC;
GRANT EXECUTE ON FUNCTION identity.demo_workspace() TO mosty_app;
