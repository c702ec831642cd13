SET lock_timeout = '5s';

-- Stored answers are taken away when they are old: the oldest first.
CREATE INDEX idempotency_by_time ON kernel.idempotency (workspace_id, created_at);
