import { sql } from 'kysely';
import type { Tx } from '@mosty/kernel/context';
import type { Id } from '@mosty/kernel/id';

/** Published schemes by name in lower case; one whose name two of them share is left out. */
export async function schemesByName(tx: Tx, names: readonly string[]): Promise<Map<string, Id<'scheme'>>> {
  if (names.length === 0) return new Map();
  const { rows } = await sql<{ name: string; ids: Id<'scheme'>[] }>`
    SELECT lower(name) AS name, array_agg(DISTINCT scheme_id::text) AS ids FROM incentives.v_scheme_version
    WHERE workspace_id = ${tx.workspaceId}::uuid AND published_at IS NOT NULL
      AND lower(name) = ANY(${names.map((name) => name.toLowerCase())}::text[])
    GROUP BY 1`.execute(tx.db);
  return new Map(
    rows.flatMap(({ name, ids }) => (ids.length === 1 && ids[0] ? [[name, ids[0]] as const] : [])),
  );
}
