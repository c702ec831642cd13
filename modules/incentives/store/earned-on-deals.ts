import { sql } from 'kysely';
import type { Tx } from '@mosty/kernel/context';
import type { PartOnDeal } from '../domain/deal-book.ts';

/** What every part of these deals has earned, refunds and corrections counted; without the parts named. */
export async function earnedOnDeals(
  tx: Tx,
  dealIds: readonly string[],
  without: readonly string[],
): Promise<(PartOnDeal & { readonly minor: bigint })[]> {
  if (dealIds.length === 0) return [];
  const { rows } = await sql<PartOnDeal & { minor: bigint }>`
    SELECT p.deal_id AS "dealId", a.agreement_id AS "agreementId", a.role, a.currency,
           sum(a.amount_minor)::bigint AS minor
    FROM attribution.v_participant p
    JOIN incentives.accrual a
      ON a.workspace_id = p.workspace_id AND a.sale_id = p.sale_id AND a.participant_id = p.id
    WHERE p.workspace_id = ${tx.workspaceId}::uuid AND p.deal_id = ANY(${dealIds}::text[])
      AND NOT p.id = ANY(${without}::text[])
    GROUP BY 1, 2, 3, 4`.execute(tx.db);
  return rows;
}
