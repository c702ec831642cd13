SET lock_timeout = '5s';

-- Partners that had agreements before there was a conveyor are taken over where they stand (docs/decisions/0014-conveyor.md):
-- one in force: working; accepted: agreed; all that were launched are over: ended. Drafts alone stay contacts.
-- Security is forced on the owner too; this once it reads every company's agreements.
ALTER TABLE agreements.agreement NO FORCE ROW LEVEL SECURITY;
WITH facts AS (
  SELECT workspace_id, partner_id,
         CASE WHEN bool_or(ended_at IS NULL AND launched_on IS NOT NULL) THEN 'working'
              WHEN bool_or(ended_at IS NULL AND accepted_at IS NOT NULL) THEN 'agreed'
              WHEN bool_and(ended_at IS NOT NULL) AND bool_or(launched_on IS NOT NULL) THEN 'ended' END AS stage,
         (array_agg(CASE WHEN class <> 'partner_sales' THEN class WHEN kind = 'affiliate' THEN 'scaled' ELSE 'standard' END
           ORDER BY ended_at IS NOT NULL, starts_on DESC, id DESC))[1] AS path,
         min(launched_on) FILTER (WHERE ended_at IS NULL) AS launched_on,
         max(accepted_at) AS accepted_at, max(ended_at) AS ended_at
  FROM agreements.agreement GROUP BY workspace_id, partner_id
), taken AS (
  SELECT workspace_id, partner_id, path, stage,
         CASE stage WHEN 'working' THEN launched_on::timestamptz WHEN 'agreed' THEN accepted_at ELSE ended_at END AS at
  FROM facts WHERE stage IS NOT NULL
)
SELECT lifecycle.take_as_before(COALESCE(jsonb_agg(to_jsonb(taken)), '[]')) FROM taken;
ALTER TABLE agreements.agreement FORCE ROW LEVEL SECURITY;
