import { sql, type RawBuilder } from 'kysely';
import type { Tx } from '@mosty/kernel/context';
import { asArrays, type ArrayColumn } from '@mosty/kernel/db';
import type { Id } from '@mosty/kernel/id';
import type { NewAccrual, StoredAccrual } from '../domain/accrual.ts';

type Row = NewAccrual & { readonly id: Id<'accrual'> };
const COLUMNS: readonly ArrayColumn<Row>[] = [
  { name: 'id', type: 'text', value: (row) => row.id },
  { name: 'sale_id', type: 'text', value: (row) => row.saleId },
  { name: 'refund_id', type: 'text', value: (row) => row.refundId },
  { name: 'reverses_accrual_id', type: 'text', value: (row) => row.reversesAccrualId },
  { name: 'participant_id', type: 'text', value: (row) => row.participantId },
  { name: 'partner_id', type: 'text', value: (row) => row.partnerId },
  { name: 'agreement_id', type: 'text', value: (row) => row.agreementId },
  { name: 'class', type: 'text', value: (row) => row.class },
  { name: 'role', type: 'text', value: (row) => row.role },
  { name: 'share_ppm', type: 'bigint', value: (row) => row.sharePpm.toString() },
  { name: 'kind', type: 'text', value: (row) => row.kind },
  { name: 'fee_for', type: 'text', value: (row) => row.feeFor },
  { name: 'scheme_version_id', type: 'text', value: (row) => row.schemeVersionId },
  { name: 'base_micro', type: 'bigint', value: (row) => row.baseMicro.toString() },
  { name: 'currency', type: 'text', value: (row) => row.currency },
  { name: 'rate_ppm', type: 'bigint', value: (row) => row.ratePpm?.toString() ?? null },
  { name: 'amount_minor', type: 'bigint', value: (row) => row.amountMinor.toString() },
  { name: 'rounding', type: 'text', value: (row) => row.rounding },
  { name: 'explanation', type: 'jsonb', value: (row) => JSON.stringify(row.explanation) },
  { name: 'tally_micro', type: 'bigint', value: (row) => row.tallyMicro.toString() },
  { name: 'tally_count', type: 'smallint', value: (row) => String(row.tallyCount) },
  { name: 'effective_at', type: 'timestamptz', value: (row) => row.effectiveAt.toISOString() },
  { name: 'period', type: 'text', value: (row) => row.period },
  { name: 'approval', type: 'text', value: (row) => row.approval },
  { name: 'matures_on', type: 'date', value: (row) => row.maturesOn },
  { name: 'carried', type: 'boolean', value: (row) => String(row.carried) },
  { name: 'is_reversal', type: 'boolean', value: (row) => String(row.isReversal) },
  { name: 'author', type: 'text', value: (row) => row.author },
  { name: 'reason', type: 'text', value: (row) => row.reason },
  { name: 'state', type: 'text', value: (row) => row.state },
  { name: 'approved_at', type: 'timestamptz', value: (row) => row.approvedAt?.toISOString() ?? null },
  { name: 'approved_by', type: 'text', value: (row) => row.approvedBy },
  { name: 'hold_id', type: 'text', value: (row) => row.holdId },
];

/**
 * Inserts the accruals whose business key is new and returns their ids. A key that another transaction inserts at
 * the same time is waited for and then not returned: that transaction has accrued it.
 */
export async function insertAccruals(tx: Tx, rows: readonly Row[]): Promise<Set<string>> {
  if (rows.length === 0) return new Set();
  const { names, values, from } = asArrays(COLUMNS, rows);
  const { rows: inserted } = await sql<{ id: string }>`
    INSERT INTO incentives.accrual (workspace_id, recorded_at, ${names})
    SELECT ${tx.workspaceId}::uuid, ${tx.now()}, ${values} FROM ${from}
    ON CONFLICT DO NOTHING RETURNING id`.execute(tx.db);
  return new Set(inserted.map((row) => row.id));
}

const STORED = sql`
  a.id, a.sale_id AS "saleId", a.refund_id AS "refundId", a.reverses_accrual_id AS "reversesAccrualId",
  a.participant_id AS "participantId", a.partner_id AS "partnerId", a.agreement_id AS "agreementId", a.class, a.role,
  a.share_ppm AS "sharePpm", a.kind, a.fee_for AS "feeFor", a.scheme_version_id AS "schemeVersionId",
  a.base_micro AS "baseMicro", a.currency, a.rate_ppm AS "ratePpm", a.amount_minor AS "amountMinor", a.rounding,
  a.explanation, a.tally_micro AS "tallyMicro", a.tally_count AS "tallyCount", a.effective_at AS "effectiveAt",
  a.recorded_at AS "recordedAt", a.period, a.approval, a.matures_on AS "maturesOn", a.carried,
  a.is_reversal AS "isReversal", a.author, a.reason, a.state, a.approved_at AS "approvedAt",
  a.approved_by AS "approvedBy", a.hold_id AS "holdId", a.payout_id AS "payoutId"`;

/** Rows that satisfy the condition, in the order of ids. */
async function readWhere(
  tx: Tx,
  condition: RawBuilder<unknown>,
  lock: RawBuilder<unknown>,
): Promise<StoredAccrual[]> {
  const { rows } = await sql<StoredAccrual>`
    SELECT ${STORED} FROM incentives.accrual a
    WHERE a.workspace_id = ${tx.workspaceId}::uuid AND ${condition} ORDER BY a.id ${lock}`.execute(tx.db);
  return rows;
}

/**
 * The same, locked until the commit. Locked first and read after: a statement that waited for a lock still sees the
 * moment it began at, without the rows which the other transaction wrote beside ours meanwhile.
 */
async function lockWhere(tx: Tx, condition: RawBuilder<unknown>): Promise<StoredAccrual[]> {
  await sql`
    SELECT a.id FROM incentives.accrual a
    WHERE a.workspace_id = ${tx.workspaceId}::uuid AND ${condition} ORDER BY a.id FOR UPDATE`.execute(tx.db);
  return readWhere(tx, condition, sql`FOR UPDATE`);
}

const withBeside = (ids: readonly string[]) =>
  sql`(a.id = ANY(${ids}::text[]) OR a.reverses_accrual_id = ANY(${ids}::text[]))`;

export function lockAccruals(tx: Tx, ids: readonly string[]): Promise<StoredAccrual[]> {
  return lockWhere(tx, sql`a.id = ANY(${ids}::text[])`);
}

/** The given accruals with everything that takes from them or mends them. */
export async function lockWithBeside(tx: Tx, ids: readonly string[]): Promise<StoredAccrual[]> {
  return lockWhere(tx, withBeside(ids));
}

export async function readWithBeside(tx: Tx, ids: readonly string[]): Promise<StoredAccrual[]> {
  return readWhere(tx, withBeside(ids), sql``);
}

export function lockAccrualsOfSales(tx: Tx, saleIds: readonly string[]): Promise<StoredAccrual[]> {
  return lockWhere(tx, sql`a.sale_id = ANY(${saleIds}::text[])`);
}

export function lockAccrualsOfRefunds(tx: Tx, refundIds: readonly string[]): Promise<StoredAccrual[]> {
  return lockWhere(tx, sql`a.refund_id = ANY(${refundIds}::text[])`);
}

/** Everything of a partner that is not paid and not in a payout. */
export function lockOpenOfPartner(tx: Tx, partnerId: string): Promise<StoredAccrual[]> {
  return lockWhere(
    tx,
    sql`a.partner_id = ${partnerId} AND a.state IN ('pending', 'approved') AND a.payout_id IS NULL`,
  );
}

export function lockHeld(tx: Tx, holdId: string): Promise<StoredAccrual[]> {
  return lockWhere(tx, sql`a.hold_id = ${holdId} AND a.state = 'on_hold'`);
}
