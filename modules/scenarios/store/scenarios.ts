import { sql } from 'kysely';
import type { Tx } from '@mosty/kernel/context';
import type { Place } from '@mosty/kernel/http';
import type { Id } from '@mosty/kernel/id';
import { scenarioKey } from '../domain.ts';

export interface ScenarioRecord {
  readonly id: Id<'scenario'>;
  readonly name: string;
  readonly createdAt: Date;
}

/** Newest first; one row more than `limit` where there is a next page. */
export async function listScenarios(
  tx: Tx,
  page: { after: Place | null; limit: number },
): Promise<ScenarioRecord[]> {
  const after = page.after
    ? sql`AND (created_at, id) < (${page.after.value}::timestamptz, ${page.after.id}::text)`
    : sql``;
  const { rows } = await sql<ScenarioRecord>`
    SELECT id, name, created_at AS "createdAt" FROM scenarios.scenario
    WHERE workspace_id = ${tx.workspaceId}::uuid ${after}
    ORDER BY created_at DESC, id DESC LIMIT ${page.limit + 1}`.execute(tx.db);
  return rows;
}

/** False when the name is taken. */
export async function insertScenario(tx: Tx, scenario: ScenarioRecord): Promise<boolean> {
  const { rows } = await sql<{ id: string }>`
    INSERT INTO scenarios.scenario (workspace_id, id, name, name_key, created_at)
    VALUES (${tx.workspaceId}::uuid, ${scenario.id}, ${scenario.name}, ${scenarioKey(scenario.name)}, ${scenario.createdAt})
    ON CONFLICT (workspace_id, name_key) DO NOTHING RETURNING id`.execute(tx.db);
  return rows.length > 0;
}
