SET lock_timeout = '5s';

-- Who spoke when and by when we promised to answer, without a word of it: for the pulse and for the week.
CREATE VIEW feedback.v_thread WITH (security_invoker = true) AS
SELECT workspace_id, partner_id, id, kind, state, answer_by, opened_at, moved_at FROM feedback.thread;
CREATE VIEW feedback.v_message WITH (security_invoker = true) AS
SELECT workspace_id, partner_id, thread_id, id, side, at FROM feedback.message;
GRANT SELECT ON feedback.v_thread, feedback.v_message TO mosty_app;
