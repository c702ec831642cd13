SET lock_timeout = '5s';

-- What was shown of a partner, of which kind, and whether another person verified it (S0.28). Without its words.
CREATE VIEW recruiting.v_evidence WITH (security_invoker = true) AS
SELECT e.workspace_id, e.id, e.partner_id, e.subject, e.kind, e.added_at,
       (SELECT v.verdict FROM recruiting.check_verdict v WHERE v.workspace_id = e.workspace_id AND v.evidence_id = e.id
        ORDER BY v.seq DESC LIMIT 1) AS verdict
FROM recruiting.check_evidence e;
GRANT SELECT ON recruiting.v_evidence TO mosty_app;
