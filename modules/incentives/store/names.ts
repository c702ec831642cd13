import type { Tx } from '@mosty/kernel/context';
import { sql } from 'kysely';

type Names = Promise<Map<string, string>>;

export async function namesOfSchemes(tx: Tx, ids: readonly string[]): Names {
  const { rows } = await sql<{ id: string; name: string }>`
    SELECT id, name FROM incentives.scheme
    WHERE workspace_id = ${tx.workspaceId}::uuid AND id = ANY(${ids}::text[])`.execute(tx.db);
  return new Map(rows.map((row) => [row.id, row.name]));
}

/** The scheme and the number of its version. */
export async function namesOfVersions(tx: Tx, ids: readonly string[]): Names {
  const { rows } = await sql<{ id: string; name: string }>`
    SELECT v.id, s.name || ' · ' || v.version AS name FROM incentives.scheme_version v
    JOIN incentives.scheme s ON s.workspace_id = v.workspace_id AND s.id = v.scheme_id
    WHERE v.workspace_id = ${tx.workspaceId}::uuid AND v.id = ANY(${ids}::text[])`.execute(tx.db);
  return new Map(rows.map((row) => [row.id, row.name]));
}

/** The scheme and whom it pays. */
export async function namesOfAssignments(tx: Tx, ids: readonly string[]): Names {
  const { rows } = await sql<{ id: string; name: string }>`
    SELECT a.id, s.name || ' · ' || p.name AS name FROM incentives.scheme_assignment a
    JOIN incentives.scheme s ON s.workspace_id = a.workspace_id AND s.id = a.scheme_id
    JOIN directory.v_partner p ON p.workspace_id = a.workspace_id AND p.id = a.partner_id
    WHERE a.workspace_id = ${tx.workspaceId}::uuid AND a.id = ANY(${ids}::text[])`.execute(tx.db);
  return new Map(rows.map((row) => [row.id, row.name]));
}
