SET lock_timeout = '5s';

-- Whom clients of ours named, without a name of theirs; and the day a piece of evidence is of: for trust.
CREATE OR REPLACE VIEW recruiting.v_evidence WITH (security_invoker = true) AS
SELECT e.workspace_id, e.id, e.partner_id, e.subject, e.kind, e.added_at,
       (SELECT v.verdict FROM recruiting.check_verdict v WHERE v.workspace_id = e.workspace_id AND v.evidence_id = e.id
        ORDER BY v.seq DESC LIMIT 1) AS verdict,
       e.seen_on
FROM recruiting.check_evidence e;
CREATE VIEW recruiting.v_mention WITH (security_invoker = true) AS
SELECT m.workspace_id, n.partner_id, m.id, m.speaker, m.by_client, m.said_at
FROM recruiting.heard_name n
JOIN recruiting.heard_name s ON s.workspace_id = n.workspace_id AND COALESCE(s.into_id, s.id) = n.id
JOIN recruiting.mention m ON m.workspace_id = s.workspace_id AND m.name_id = s.id
WHERE n.partner_id IS NOT NULL
  AND NOT EXISTS (SELECT FROM recruiting.mention_taken_back b WHERE b.workspace_id = m.workspace_id AND b.mention_id = m.id);
GRANT SELECT ON recruiting.v_mention TO mosty_app;
