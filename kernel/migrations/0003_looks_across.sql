SET lock_timeout = '5s';

-- The owner of an outside database is often no superuser, and row level security is forced on owners too: without
-- this, workspaces_behind() would see nobody there. Only that function looks as the owner; the application cannot.
CREATE POLICY looks_across ON kernel.workspace_head FOR SELECT TO CURRENT_USER USING (true);
CREATE POLICY looks_across ON kernel.reaction_progress FOR SELECT TO CURRENT_USER USING (true);
