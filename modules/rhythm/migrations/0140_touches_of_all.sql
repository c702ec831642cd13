SET lock_timeout = '5s';

-- S1.62: a monthly letter, office hours and a call with several are touches too, and are planned like meetings.
ALTER TABLE rhythm.touch DROP CONSTRAINT touch_kind_check,
  ADD CONSTRAINT touch_kind_check CHECK (kind IN ('note', 'call', 'letter', 'session', 'recognition', 'exchange', 'publication', 'work'));
ALTER TABLE rhythm.session DROP CONSTRAINT session_kind_check,
  ADD CONSTRAINT session_kind_check CHECK (kind IN ('strategy', 'roadmap', 'webinar', 'office_hours', 'retreat', 'letter', 'group_call'));

-- Beside one's own calendar a second secret address shows what the whole team does.
ALTER TABLE rhythm.feed ADD COLUMN scope text NOT NULL DEFAULT 'own' CHECK (scope IN ('own', 'team')),
  DROP CONSTRAINT feed_pkey, ADD PRIMARY KEY (workspace_id, member_id, scope);
CREATE FUNCTION rhythm.feed_behind(hash text) RETURNS TABLE (workspace_id uuid, member_id text, scope text)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog AS
$$ SELECT f.workspace_id, f.member_id::text, f.scope FROM rhythm.feed f WHERE f.token_hash = hash $$;
REVOKE ALL ON FUNCTION rhythm.feed_behind(text) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION rhythm.feed_behind(text) TO mosty_app;
DROP FUNCTION rhythm.feed_of(text);
