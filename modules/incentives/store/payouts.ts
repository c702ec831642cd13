import { sql } from 'kysely';
import type { Tx } from '@mosty/kernel/context';
import type { Id } from '@mosty/kernel/id';
import type { Month } from '@mosty/kernel/time';

/** What may be paid to one partner in one currency. */
export interface Payable {
  readonly partnerId: Id<'partner'>;
  readonly currency: string;
  /** Approved and not paid; less what refunds took before anything was paid. */
  readonly earnedMinor: bigint;
  /** Taken back after it had been paid, as a positive sum: it is set off against what is earned. */
  readonly carriedMinor: bigint;
  readonly accruals: number;
  /** When the oldest of what is carried was taken back. */
  readonly carriedSince: Date | null;
}

const SUMS = sql`
  partner_id AS "partnerId", currency,
  COALESCE(sum(amount_minor) FILTER (WHERE NOT carried), 0)::bigint AS "earnedMinor",
  COALESCE(-sum(amount_minor) FILTER (WHERE carried), 0)::bigint AS "carriedMinor",
  count(*)::int AS accruals, min(effective_at) FILTER (WHERE carried) AS "carriedSince"`;

/** Approved, not paid, in no payout, of months up to and including `through`. Most partners have a row or none. */
export async function payableSums(
  tx: Tx,
  through: Month,
  partnerIds: readonly string[] | null,
): Promise<Payable[]> {
  const { rows } = await sql<Payable>`
    SELECT ${SUMS} FROM incentives.accrual
    WHERE workspace_id = ${tx.workspaceId}::uuid AND state = 'approved' AND amount_minor <> 0 AND payout_id IS NULL
      AND period <= ${through} AND (${partnerIds}::text[] IS NULL OR partner_id = ANY(${partnerIds}::text[]))
    GROUP BY partner_id, currency ORDER BY partner_id, currency`.execute(tx.db);
  return rows;
}

export interface PayoutOf {
  readonly payoutId: Id<'payout'>;
  readonly partnerId: Id<'partner'>;
  readonly currency: string;
}

/**
 * Marks the same rows as taken by the payouts and returns what each of them took. Locked first and taken after: a
 * refund that is being told meanwhile has then written what it takes back, and that is taken along.
 */
export async function takeIntoPayouts(
  tx: Tx,
  through: Month,
  payouts: readonly PayoutOf[],
): Promise<(Payable & { payoutId: Id<'payout'> })[]> {
  const wanted = sql`
    unnest(${payouts.map((one) => one.payoutId)}::text[], ${payouts.map((one) => one.partnerId)}::text[],
      ${payouts.map((one) => one.currency)}::text[]) AS p(payout_id, partner_id, currency)`;
  const payable = sql`
    a.workspace_id = ${tx.workspaceId}::uuid AND a.partner_id = p.partner_id AND a.currency = p.currency
      AND a.state = 'approved' AND a.amount_minor <> 0 AND a.payout_id IS NULL AND a.period <= ${through}`;
  await sql`
    SELECT FROM incentives.accrual a, ${wanted} WHERE ${payable} ORDER BY a.id FOR UPDATE OF a`.execute(
    tx.db,
  );
  const { rows } = await sql<Payable & { payoutId: Id<'payout'> }>`
    WITH taken AS (
      UPDATE incentives.accrual a SET payout_id = p.payout_id FROM ${wanted} WHERE ${payable}
      RETURNING a.payout_id, a.partner_id, a.currency, a.amount_minor, a.carried, a.effective_at)
    SELECT payout_id AS "payoutId", ${SUMS} FROM taken GROUP BY payout_id, partner_id, currency`.execute(
    tx.db,
  );
  return rows;
}

/** The payouts were not made after all: their accruals wait for the next one. */
export async function leavePayouts(tx: Tx, payoutIds: readonly string[]): Promise<number> {
  const { rows } = await sql`
    UPDATE incentives.accrual SET payout_id = NULL, state = 'approved', paid_at = NULL
    WHERE workspace_id = ${tx.workspaceId}::uuid AND payout_id = ANY(${payoutIds}::text[])
      AND state IN ('approved', 'paid')
    RETURNING id`.execute(tx.db);
  return rows.length;
}

/** Debts that were set off are settled as by a payout; the rest is given up, which is not paid. */
export async function markWaived(tx: Tx, settlementIds: readonly string[], at: Date): Promise<number> {
  const { rows } = await sql`
    UPDATE incentives.accrual
    SET state = CASE WHEN carried THEN 'paid' ELSE 'waived' END, paid_at = CASE WHEN carried THEN ${at}::timestamptz END
    WHERE workspace_id = ${tx.workspaceId}::uuid AND payout_id = ANY(${settlementIds}::text[]) AND state = 'approved'
    RETURNING id`.execute(tx.db);
  return rows.length;
}

export async function markPaid(tx: Tx, payoutIds: readonly string[], paidAt: Date): Promise<number> {
  const { rows } = await sql`
    UPDATE incentives.accrual SET state = 'paid', paid_at = ${paidAt}
    WHERE workspace_id = ${tx.workspaceId}::uuid AND payout_id = ANY(${payoutIds}::text[]) AND state = 'approved'
    RETURNING id`.execute(tx.db);
  return rows.length;
}
