import type { Parting } from '@mosty/directory';
import type { Tx } from '@mosty/kernel/context';
import { sql } from 'kysely';

export interface OpenAccruals {
  readonly onHold: number;
  readonly pending: number;
  /** Approved and not paid, or in a payout that the bank has not taken yet. */
  readonly unpaid: number;
}

/**
 * Accruals that are not settled. Those of one state and currency that come to nothing together are: no payout would
 * ever take them.
 */
export async function openAccruals(tx: Tx, { partnerId, agreementId }: Parting): Promise<OpenAccruals> {
  const { rows } = await sql<OpenAccruals>`
    SELECT COALESCE(sum(count) FILTER (WHERE state = 'on_hold'), 0)::int AS "onHold",
           COALESCE(sum(count) FILTER (WHERE state = 'pending'), 0)::int AS pending,
           COALESCE(sum(count) FILTER (WHERE state = 'approved'), 0)::int AS unpaid
    FROM (
      SELECT state, count(*) FROM incentives.accrual
      WHERE workspace_id = ${tx.workspaceId}::uuid AND partner_id = ${partnerId}
        AND (${agreementId}::text IS NULL OR agreement_id = ${agreementId})
        AND state IN ('on_hold', 'pending', 'approved') AND amount_minor <> 0
      GROUP BY state, currency HAVING sum(amount_minor) <> 0) AS open`.execute(tx.db);
  return rows[0] ?? { onHold: 0, pending: 0, unpaid: 0 };
}
