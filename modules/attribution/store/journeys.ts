import { sql } from 'kysely';
import type { Tx } from '@mosty/kernel/context';

/** Ways to sales since the moment, equal ones counted together: partners in the order of their touches. */
export async function wonJourneys(tx: Tx, since: Date): Promise<{ path: string[]; won: number }[]> {
  const { rows } = await sql<{ path: string[]; won: number }>`
    SELECT path, count(*)::int AS won FROM (
      SELECT ARRAY(SELECT t->>'partnerId' FROM jsonb_array_elements(d.facts->'touches') t
                   WHERE t->>'at' >= ${since.toISOString()}) AS path
      FROM attribution.decision d
      WHERE d.workspace_id = ${tx.workspaceId}::uuid AND d.sale_id IS NOT NULL AND d.facts->>'at' >= ${since.toISOString()}
        AND NOT EXISTS (SELECT FROM attribution.decision n WHERE n.workspace_id = d.workspace_id AND n.supersedes = d.id)
        AND EXISTS (SELECT FROM deals.v_sale s WHERE s.workspace_id = d.workspace_id AND s.id = d.sale_id)
    ) j WHERE path <> '{}' GROUP BY path`.execute(tx.db);
  return rows;
}

/** Sales credited to each partner in those journeys, by its share of them. */
export async function paidOfJourneys(tx: Tx, since: Date): Promise<Map<string, number>> {
  const { rows } = await sql<{ id: string; sales: number }>`
    SELECT p.partner_id AS id, (sum(p.share_ppm) / 1e6)::float8 AS sales
    FROM attribution.v_participant p
    JOIN attribution.decision d ON d.workspace_id = p.workspace_id AND d.id = p.decision_id
    JOIN deals.v_sale s ON s.workspace_id = p.workspace_id AND s.id = p.sale_id
    WHERE p.workspace_id = ${tx.workspaceId}::uuid AND p.role IN ('source', 'co_source')
      AND s.occurred_at >= ${since} AND jsonb_array_length(d.facts->'touches') > 0
    GROUP BY 1`.execute(tx.db);
  return new Map(rows.map(({ id, sales }) => [id, sales]));
}

/** Clients that have not bought anything yet, the newest first. */
export async function clientsWithoutSale(tx: Tx, limit: number): Promise<string[]> {
  const { rows } = await sql<{ id: string }>`
    SELECT id FROM directory.v_client
    WHERE workspace_id = ${tx.workspaceId}::uuid AND first_paid_at IS NULL ORDER BY id DESC LIMIT ${limit}`.execute(
    tx.db,
  );
  return rows.map(({ id }) => id);
}
