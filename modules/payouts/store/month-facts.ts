import { sql } from 'kysely';
import type { Tx } from '@mosty/kernel/context';
import type { Id } from '@mosty/kernel/id';
import type { Instant, Month } from '@mosty/kernel/time';
import type { Addend } from '../domain/totals.ts';

/**
 * What accruals added to each partner's month, by the accruals themselves and not by the ledger. What refunds took from
 * what it had given up before moves nothing of it.
 */
export async function accruedIn(tx: Tx, month: Month, partnerId: Id<'partner'> | null): Promise<Addend[]> {
  const { rows } = await sql<Addend>`
    SELECT partner_id AS "partnerId", currency, part, sum(amount_minor)::bigint AS "amountMinor"
    FROM (
      SELECT partner_id, currency, amount_minor,
             CASE kind WHEN 'clawback' THEN 'clawedBack' WHEN 'correction' THEN 'corrected' ELSE 'accrued' END AS part
      FROM incentives.v_accrual
      WHERE workspace_id = ${tx.workspaceId}::uuid AND period = ${month} AND NOT (state = 'waived' AND payout_id IS NULL)
        AND (${partnerId}::text IS NULL OR partner_id = ${partnerId})
    ) AS a
    GROUP BY partner_id, currency, part`.execute(tx.db);
  return rows;
}

export interface OpenEnds {
  readonly toApprove: number;
  readonly unmatchedRefunds: number;
  readonly uncreditedSales: number;
  readonly openPayouts: number;
}

/** What somebody would want to finish before the month ends: none of it forbids closing. */
export async function openEnds(tx: Tx, month: Month, endsAt: Instant): Promise<OpenEnds> {
  const { rows } = await sql<OpenEnds>`
    SELECT
      (SELECT count(*)::int FROM incentives.v_accrual WHERE workspace_id = ${tx.workspaceId}::uuid AND period <= ${month}
        AND state = 'pending' AND matures_on <= (${tx.now()}::timestamptz AT TIME ZONE ${tx.zone})::date) AS "toApprove",
      (SELECT count(*)::int FROM deals.v_refund WHERE workspace_id = ${tx.workspaceId}::uuid AND matched_at IS NULL
        AND occurred_at < ${endsAt}) AS "unmatchedRefunds",
      (SELECT count(*)::int FROM attribution.v_uncredited u JOIN deals.v_sale s ON s.workspace_id = u.workspace_id AND s.id = u.sale_id
        WHERE u.workspace_id = ${tx.workspaceId}::uuid AND s.occurred_at < ${endsAt}) AS "uncreditedSales",
      (SELECT count(*)::int FROM payouts.payout p
        JOIN payouts.payout_batch b ON b.workspace_id = p.workspace_id AND b.id = p.batch_id
        WHERE p.workspace_id = ${tx.workspaceId}::uuid AND p.state IN ('draft', 'approved')
          AND to_char(b.pay_on, 'YYYY-MM') <= ${month}) AS "openPayouts"`.execute(tx.db);
  return rows[0] ?? { toApprove: 0, unmatchedRefunds: 0, uncreditedSales: 0, openPayouts: 0 };
}
