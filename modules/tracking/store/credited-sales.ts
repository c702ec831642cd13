import { sql } from 'kysely';
import type { Tx } from '@mosty/kernel/context';

export interface CreditedSale {
  readonly saleId: string;
  /** The link or the code. */
  readonly cameBy: string;
  readonly partnerId: string;
}

/** Whatever was said of these sales before is said anew. */
export async function replaceCreditedSales(
  tx: Tx,
  saleIds: readonly string[],
  credited: readonly CreditedSale[],
): Promise<void> {
  await sql`
    DELETE FROM tracking.credited_sale
    WHERE workspace_id = ${tx.workspaceId}::uuid AND sale_id = ANY(${saleIds}::text[])`.execute(tx.db);
  if (credited.length === 0) return;
  await sql`
    INSERT INTO tracking.credited_sale (workspace_id, sale_id, came_by, partner_id)
    SELECT ${tx.workspaceId}::uuid, c.sale_id, c.came_by, c.partner_id
    FROM unnest(${credited.map((one) => one.saleId)}::text[], ${credited.map((one) => one.cameBy)}::text[],
      ${credited.map((one) => one.partnerId)}::text[]) AS c(sale_id, came_by, partner_id)
    ON CONFLICT DO NOTHING`.execute(tx.db);
}
