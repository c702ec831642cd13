import type { Tx } from '@mosty/kernel/context';
import type { Id } from '@mosty/kernel/id';
import { sql } from 'kysely';

/** Months whose statement the partner objected to and nobody answered. */
export async function objectedMonths(tx: Tx, partnerId: Id<'partner'>): Promise<string[]> {
  const { rows } = await sql<{ month: string }>`
    SELECT DISTINCT month FROM payouts.statement
    WHERE workspace_id = ${tx.workspaceId}::uuid AND partner_id = ${partnerId} AND state = 'objected' ORDER BY month`.execute(
    tx.db,
  );
  return rows.map((row) => row.month);
}

export async function countOpenPayouts(tx: Tx, partnerId: Id<'partner'>): Promise<number> {
  const { rows } = await sql<{ open: number }>`
    SELECT count(*)::int AS open FROM payouts.payout
    WHERE workspace_id = ${tx.workspaceId}::uuid AND partner_id = ${partnerId} AND state IN ('draft', 'approved')`.execute(
    tx.db,
  );
  return rows[0]?.open ?? 0;
}
