import type { Tx } from '@mosty/kernel/context';
import { sql } from 'kysely';

/** With whom and which: its number, or the day it begins where it has none. */
export async function namesOfAgreements(tx: Tx, ids: readonly string[]): Promise<Map<string, string>> {
  const { rows } = await sql<{ id: string; name: string }>`
    SELECT a.id, p.name || ' · ' || COALESCE(a.number, a.starts_on::text) AS name FROM agreements.agreement a
    JOIN directory.v_partner p ON p.workspace_id = a.workspace_id AND p.id = a.partner_id
    WHERE a.workspace_id = ${tx.workspaceId}::uuid AND a.id = ANY(${ids}::text[])`.execute(tx.db);
  return new Map(rows.map((row) => [row.id, row.name]));
}
