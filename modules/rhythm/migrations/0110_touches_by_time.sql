SET lock_timeout = '5s';

-- Where the team's time of a quarter went, over all partners: asked by the time alone.
CREATE INDEX touch_by_time ON rhythm.touch (workspace_id, at) INCLUDE (partner_id, minutes) WHERE taken_back_at IS NULL;
