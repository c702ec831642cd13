import { sql } from 'kysely';
import type { Tx } from '@mosty/kernel/context';
import type { Id } from '@mosty/kernel/id';
import type { BusinessDate } from '@mosty/kernel/time';
import type { PayoutState } from '../contract/batch.ts';

export interface Payout {
  readonly id: Id<'payout'>;
  readonly batchId: Id<'payout_batch'>;
  readonly partnerId: Id<'partner'>;
  readonly currency: string;
  readonly earnedMinor: bigint;
  readonly carriedMinor: bigint;
  readonly amountMinor: bigint;
  readonly accruals: number;
  readonly requisitesId: Id<'requisites'> | null;
  readonly state: PayoutState;
  readonly paidOn: BusinessDate | null;
  readonly endReason: string | null;
}

const COLUMNS = sql`
  p.id, p.batch_id AS "batchId", p.partner_id AS "partnerId", p.currency, p.earned_minor AS "earnedMinor",
  p.carried_minor AS "carriedMinor", p.amount_minor AS "amountMinor", p.accruals, p.requisites_id AS "requisitesId", p.state,
  p.paid_on AS "paidOn", p.end_reason AS "endReason"`;

export async function insertPayouts(tx: Tx, payouts: readonly Payout[]): Promise<void> {
  await sql`
    INSERT INTO payouts.payout (workspace_id, id, batch_id, partner_id, currency, earned_minor, carried_minor, amount_minor,
      accruals, requisites_id, state)
    SELECT ${tx.workspaceId}::uuid, r.*, 'draft'
    FROM unnest(${payouts.map((one) => one.id)}::text[], ${payouts.map((one) => one.batchId)}::text[],
      ${payouts.map((one) => one.partnerId)}::text[], ${payouts.map((one) => one.currency)}::text[],
      ${payouts.map((one) => one.earnedMinor.toString())}::bigint[], ${payouts.map((one) => one.carriedMinor.toString())}::bigint[],
      ${payouts.map((one) => one.amountMinor.toString())}::bigint[], ${payouts.map((one) => one.accruals)}::int[],
      ${payouts.map((one) => one.requisitesId)}::text[]) AS r`.execute(tx.db);
}

/** Payouts of a batch that are still to come, or those of them that are named. */
export async function openPayoutsOf(
  tx: Tx,
  batchId: Id<'payout_batch'>,
  ids: readonly Id<'payout'>[] | null = null,
): Promise<Payout[]> {
  const { rows } = await sql<Payout>`
    SELECT ${COLUMNS} FROM payouts.payout p
    WHERE p.workspace_id = ${tx.workspaceId}::uuid AND p.batch_id = ${batchId} AND p.state IN ('draft', 'approved')
      AND (${ids}::text[] IS NULL OR p.id = ANY(${ids}::text[]))
    ORDER BY p.id`.execute(tx.db);
  return rows;
}

export async function findPayout(tx: Tx, id: Id<'payout'>): Promise<Payout | undefined> {
  const { rows } = await sql<Payout>`
    SELECT ${COLUMNS} FROM payouts.payout p WHERE p.workspace_id = ${tx.workspaceId}::uuid AND p.id = ${id}`.execute(
    tx.db,
  );
  return rows[0];
}

export type PayoutRow = Payout & { readonly partnerName: string };

/** The largest first. */
export async function listPayouts(
  tx: Tx,
  batchId: Id<'payout_batch'>,
  page: {
    partnerId?: Id<'partner'> | undefined;
    after?: { amountMinor: bigint; id: string } | undefined;
    limit: number;
  },
): Promise<PayoutRow[]> {
  const { rows } = await sql<PayoutRow>`
    SELECT ${COLUMNS}, d.name AS "partnerName"
    FROM payouts.payout p JOIN directory.v_partner d ON d.workspace_id = p.workspace_id AND d.id = p.partner_id
    WHERE p.workspace_id = ${tx.workspaceId}::uuid AND p.batch_id = ${batchId}
      AND (${page.partnerId ?? null}::text IS NULL OR p.partner_id = ${page.partnerId ?? null}::text)
      AND (${page.after?.amountMinor ?? null}::bigint IS NULL OR p.amount_minor < ${page.after?.amountMinor ?? null}::bigint
        OR (p.amount_minor = ${page.after?.amountMinor ?? null}::bigint AND p.id > ${page.after?.id ?? null}::text))
    ORDER BY p.amount_minor DESC, p.id LIMIT ${page.limit}`.execute(tx.db);
  return rows;
}

export async function markApproved(tx: Tx, batchId: Id<'payout_batch'>): Promise<void> {
  await sql`
    UPDATE payouts.payout SET state = 'approved'
    WHERE workspace_id = ${tx.workspaceId}::uuid AND batch_id = ${batchId} AND state = 'draft'`.execute(
    tx.db,
  );
}

export type Ending =
  | { readonly state: 'paid'; readonly paidOn: BusinessDate }
  | { readonly state: 'failed' | 'cancelled'; readonly reason: string };

export async function endPayouts(tx: Tx, ids: readonly Id<'payout'>[], ending: Ending): Promise<void> {
  const paidOn = ending.state === 'paid' ? ending.paidOn : null;
  const reason = ending.state === 'paid' ? null : ending.reason;
  await sql`
    UPDATE payouts.payout
    SET state = ${ending.state}, paid_on = ${paidOn}, end_reason = ${reason}, ended_at = ${tx.now()}, ended_by = ${tx.actor.id}
    WHERE workspace_id = ${tx.workspaceId}::uuid AND id = ANY(${ids}::text[])`.execute(tx.db);
}

/** Partners that are in an open payout: nothing more of theirs is gathered meanwhile. */
export async function partnersInPayout(tx: Tx, currency: string): Promise<Map<string, Id<'payout'>>> {
  const { rows } = await sql<{ id: Id<'payout'>; partnerId: string }>`
    SELECT id, partner_id AS "partnerId" FROM payouts.payout
    WHERE workspace_id = ${tx.workspaceId}::uuid AND currency = ${currency} AND state IN ('draft', 'approved')`.execute(
    tx.db,
  );
  return new Map(rows.map((row) => [row.partnerId, row.id]));
}

/** What clearing must hold: approved and not yet taken by the bank. */
export async function inPayment(
  tx: Tx,
): Promise<{ partnerId: Id<'partner'>; currency: string; amountMinor: bigint }[]> {
  const { rows } = await sql<{ partnerId: Id<'partner'>; currency: string; amountMinor: bigint }>`
    SELECT partner_id AS "partnerId", currency, sum(amount_minor)::bigint AS "amountMinor" FROM payouts.payout
    WHERE workspace_id = ${tx.workspaceId}::uuid AND state = 'approved' GROUP BY partner_id, currency`.execute(
    tx.db,
  );
  return rows;
}
