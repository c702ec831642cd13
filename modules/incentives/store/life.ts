import { sql, type RawBuilder } from 'kysely';
import type { Tx } from '@mosty/kernel/context';
import type { BusinessDate } from '@mosty/kernel/time';
import type { Move } from '../domain/posting.ts';

export type Moved = Move['accrual'] & { readonly saleId: string | null };

const MOVED = sql`id, partner_id AS "partnerId", amount_minor AS "amountMinor", currency, carried, sale_id AS "saleId"`;

/**
 * The next accruals that mature up to and including the day, marked approved: those that need nobody's eye, and those
 * that earned nothing.
 */
export async function approveMaturedRows(
  tx: Tx,
  upTo: BusinessDate,
  limit: number,
  by: string,
): Promise<Moved[]> {
  const { rows } = await sql<Moved>`
    UPDATE incentives.accrual SET state = 'approved', approved_at = ${tx.now()}, approved_by = ${by}
    WHERE workspace_id = ${tx.workspaceId}::uuid AND id IN (
      SELECT id FROM incentives.accrual
      WHERE workspace_id = ${tx.workspaceId}::uuid AND state = 'pending' AND matures_on <= ${upTo}
        AND (approval = 'auto' OR amount_minor = 0)
      ORDER BY matures_on, id LIMIT ${limit} FOR UPDATE SKIP LOCKED)
    RETURNING ${MOVED}`.execute(tx.db);
  return rows;
}

async function change(tx: Tx, ids: readonly string[], set: RawBuilder<unknown>): Promise<void> {
  if (ids.length === 0) return;
  await sql`
    UPDATE incentives.accrual SET ${set}
    WHERE workspace_id = ${tx.workspaceId}::uuid AND id = ANY(${ids}::text[])`.execute(tx.db);
}

export function markApproved(tx: Tx, ids: readonly string[], by: string): Promise<void> {
  return change(tx, ids, sql`state = 'approved', approved_at = ${tx.now()}, approved_by = ${by}`);
}

export function markHeld(tx: Tx, ids: readonly string[], holdId: string): Promise<void> {
  return change(tx, ids, sql`state = 'on_hold', hold_id = ${holdId}`);
}

export function markReversed(tx: Tx, ids: readonly string[]): Promise<void> {
  return change(tx, ids, sql`state = 'reversed'`);
}

/** Back to what they were before the hold. */
export function markReleased(tx: Tx, ids: readonly string[]): Promise<void> {
  return change(tx, ids, sql`state = CASE WHEN approved_at IS NULL THEN 'pending' ELSE 'approved' END`);
}

/** An accrual that was returned in full before it was paid, and what refunds took from it, settle each other. */
export async function settleReturned(tx: Tx, ids: readonly string[]): Promise<void> {
  if (ids.length === 0) return;
  await sql`
    UPDATE incentives.accrual SET state = 'reversed'
    WHERE workspace_id = ${tx.workspaceId}::uuid AND state IN ('pending', 'on_hold', 'approved') AND payout_id IS NULL
      AND (id = ANY(${ids}::text[]) OR (reverses_accrual_id = ANY(${ids}::text[]) AND kind = 'clawback'))`.execute(
    tx.db,
  );
}
