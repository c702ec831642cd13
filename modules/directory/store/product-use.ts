import { sql } from 'kysely';
import type { Tx } from '@mosty/kernel/context';
import type { ProductUse } from '../contract/expertise.ts';

export interface ProductUseRecord {
  readonly use: ProductUse;
  readonly asOf: string;
  readonly source: string;
  readonly saidAt: Date;
  readonly saidBy: string;
}

export async function lastProductUse(tx: Tx, partnerId: string): Promise<ProductUseRecord | null> {
  const { rows } = await sql<ProductUseRecord>`
    SELECT use, as_of AS "asOf", source, said_at AS "saidAt", said_by AS "saidBy" FROM directory.product_use
    WHERE workspace_id = ${tx.workspaceId}::uuid AND partner_id = ${partnerId} ORDER BY no DESC LIMIT 1`.execute(
    tx.db,
  );
  return rows[0] ?? null;
}

/** The partner is locked by whoever writes: the running number is nobody else's. */
export async function insertProductUse(
  tx: Tx,
  partnerId: string,
  said: Pick<ProductUseRecord, 'use' | 'asOf' | 'source'>,
): Promise<void> {
  await sql`
    INSERT INTO directory.product_use (workspace_id, partner_id, no, use, as_of, source, said_at, said_by)
    SELECT ${tx.workspaceId}::uuid, ${partnerId}, COALESCE(max(no), 0) + 1, ${said.use}, ${said.asOf}::date,
           ${said.source}, ${tx.now()}, ${tx.actor.id}
    FROM directory.product_use WHERE workspace_id = ${tx.workspaceId}::uuid AND partner_id = ${partnerId}`.execute(
    tx.db,
  );
}
