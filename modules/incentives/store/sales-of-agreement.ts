import { sql } from 'kysely';
import type { Tx } from '@mosty/kernel/context';
import type { Id } from '@mosty/kernel/id';
import { startOfDay, type BusinessDate } from '@mosty/kernel/time';

/** Sales that the agreement takes part in, or has earned from, whose day lies in [from, to). Oldest first. */
export async function salesOfAgreement(
  tx: Tx,
  of: { readonly agreementId: string; readonly from: BusinessDate; readonly to: BusinessDate },
  limit: number,
): Promise<Id<'sale'>[]> {
  const from = startOfDay(of.from, tx.zone);
  const to = startOfDay(of.to, tx.zone);
  const { rows } = await sql<{ id: Id<'sale'> }>`
    SELECT s.id FROM deals.v_sale s
    WHERE s.workspace_id = ${tx.workspaceId}::uuid AND s.occurred_at >= ${from} AND s.occurred_at < ${to} AND s.id IN (
      SELECT p.sale_id FROM attribution.v_participant p
      WHERE p.workspace_id = ${tx.workspaceId}::uuid AND p.agreement_id = ${of.agreementId}
      UNION SELECT a.sale_id FROM incentives.accrual a
      WHERE a.workspace_id = ${tx.workspaceId}::uuid AND a.agreement_id = ${of.agreementId}
        AND a.effective_at >= ${from} AND a.effective_at < ${to})
    ORDER BY s.occurred_at, s.id LIMIT ${limit}`.execute(tx.db);
  return rows.map((row) => row.id);
}
