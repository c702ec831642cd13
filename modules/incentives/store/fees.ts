import { sql } from 'kysely';
import type { Tx } from '@mosty/kernel/context';

/** Fixed fees that were accrued, as «agreement month». */
export async function accruedFees(tx: Tx): Promise<Set<string>> {
  const { rows } = await sql<{ key: string }>`
    SELECT agreement_id || ' ' || fee_for AS key FROM incentives.accrual
    WHERE workspace_id = ${tx.workspaceId}::uuid AND kind = 'fixed_fee'`.execute(tx.db);
  return new Set(rows.map((row) => row.key));
}
