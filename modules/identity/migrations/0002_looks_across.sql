SET lock_timeout = '5s';

-- The few looks across workspaces that sign-in and jobs need. They run as the owner of the tables and answer with
-- ids only. Row level security is forced on the owner too, so it is let to read here; nobody signs in as the owner.
CREATE POLICY looks_across ON identity.workspace FOR SELECT TO CURRENT_USER USING (true);
CREATE POLICY looks_across ON identity.member FOR SELECT TO CURRENT_USER USING (true);

CREATE FUNCTION identity.workspaces() RETURNS SETOF uuid
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = '' AS
$$ SELECT workspace_id FROM identity.workspace ORDER BY created_at, workspace_id $$;
REVOKE ALL ON FUNCTION identity.workspaces() FROM PUBLIC;
GRANT EXECUTE ON FUNCTION identity.workspaces() TO mosty_app;

-- Where the person behind a sign-in works.
CREATE FUNCTION identity.memberships(signed_in text) RETURNS TABLE (workspace_id uuid, member_id text)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = '' AS
$$ SELECT m.workspace_id, m.id FROM identity.member m
   WHERE m.user_id = signed_in AND m.left_at IS NULL ORDER BY m.created_at, m.workspace_id $$;
REVOKE ALL ON FUNCTION identity.memberships(text) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION identity.memberships(text) TO mosty_app;
