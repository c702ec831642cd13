import { sql } from 'kysely';
import type { Tx } from '@mosty/kernel/context';

/**
 * Holds the sales until the commit, in the order of ids. A refund that is being written refers to its sale, and so
 * waits for this, or this for it: whoever decides the sale again sees every refund or is seen by it.
 */
export async function lockSales(tx: Tx, saleIds: readonly string[]): Promise<void> {
  await sql`
    SELECT id FROM deals.sale WHERE workspace_id = ${tx.workspaceId}::uuid AND id = ANY(${saleIds}::text[])
    ORDER BY id FOR UPDATE`.execute(tx.db);
}
