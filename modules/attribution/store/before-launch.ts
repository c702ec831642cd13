import { sql } from 'kysely';
import type { Tx } from '@mosty/kernel/context';
import type { Id } from '@mosty/kernel/id';

/** Sales that one of the partners was named for and nobody was credited: it had no agreement in force then. */
export async function salesBeforeLaunch(tx: Tx, partnerIds: readonly string[]): Promise<Id<'sale'>[]> {
  if (partnerIds.length === 0) return [];
  const { rows } = await sql<{ id: Id<'sale'> }>`
    SELECT DISTINCT u.sale_id AS id FROM attribution.uncredited u
    JOIN attribution.decision d ON d.workspace_id = u.workspace_id AND d.sale_id = u.sale_id
    WHERE u.workspace_id = ${tx.workspaceId}::uuid AND d.kind = 'uncredited'
      AND d.partner_ids && ${partnerIds}::text[]
    ORDER BY u.sale_id`.execute(tx.db);
  return rows.map((row) => row.id);
}
