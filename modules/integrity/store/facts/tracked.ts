import { sql } from 'kysely';
import type { Tx } from '@mosty/kernel/context';
import type { ClickFact, NameFact } from '../../domain/facts.ts';

export async function clickFacts(tx: Tx, since: string): Promise<ClickFact[]> {
  const { rows } = await sql<ClickFact>`
    SELECT partner_id AS "partnerId", day::text AS day,
           COALESCE(sum(clicks) FILTER (WHERE verdict = 'human'), 0)::int AS people,
           COALESCE(sum(clicks) FILTER (WHERE verdict = 'bot'), 0)::int AS machines
    FROM tracking.v_click_day WHERE workspace_id = ${tx.workspaceId}::uuid AND day >= ${since}::date
    GROUP BY partner_id, day`.execute(tx.db);
  return rows;
}

/** Codes and links that live, and sites from which people came. */
export async function nameFacts(tx: Tx, since: string): Promise<NameFact[]> {
  const { rows } = await sql<NameFact>`
    SELECT partner_id AS "partnerId", 'code' AS kind, id, code AS text FROM tracking.v_code
    WHERE workspace_id = ${tx.workspaceId}::uuid AND archived_at IS NULL
    UNION ALL
    SELECT partner_id, 'link', id, key FROM tracking.v_link
    WHERE workspace_id = ${tx.workspaceId}::uuid AND archived_at IS NULL
    UNION ALL
    SELECT DISTINCT partner_id, 'host', name, name FROM tracking.v_click_origin_day
    WHERE workspace_id = ${tx.workspaceId}::uuid AND kind = 'referrer' AND name <> '' AND day >= ${since}::date`.execute(
    tx.db,
  );
  return rows;
}
