import { sql, type RawBuilder } from 'kysely';
import type { Tx } from '@mosty/kernel/context';
import type { Id } from '@mosty/kernel/id';
import type { NewAccrual, StoredAccrual } from '../domain/accrual.ts';

type Row = NewAccrual & { readonly id: Id<'accrual'> };
type Cell = string | number | boolean | null;

/** Column, its type as an array element, and its value. Arrays: PostgreSQL refuses COPY where there is row level security. */
const COLUMNS: readonly (readonly [name: string, type: string, value: (row: Row) => Cell])[] = [
  ['id', 'text', (row) => row.id],
  ['sale_id', 'text', (row) => row.saleId],
  ['refund_id', 'text', (row) => row.refundId],
  ['reverses_accrual_id', 'text', (row) => row.reversesAccrualId],
  ['participant_id', 'text', (row) => row.participantId],
  ['partner_id', 'text', (row) => row.partnerId],
  ['agreement_id', 'text', (row) => row.agreementId],
  ['class', 'text', (row) => row.class],
  ['role', 'text', (row) => row.role],
  ['share_ppm', 'bigint', (row) => row.sharePpm.toString()],
  ['kind', 'text', (row) => row.kind],
  ['fee_for', 'text', (row) => row.feeFor],
  ['scheme_version_id', 'text', (row) => row.schemeVersionId],
  ['base_micro', 'bigint', (row) => row.baseMicro.toString()],
  ['currency', 'text', (row) => row.currency],
  ['rate_ppm', 'bigint', (row) => row.ratePpm?.toString() ?? null],
  ['amount_minor', 'bigint', (row) => row.amountMinor.toString()],
  ['rounding', 'text', (row) => row.rounding],
  ['explanation', 'jsonb', (row) => JSON.stringify(row.explanation)],
  ['tally_micro', 'bigint', (row) => row.tallyMicro.toString()],
  ['tally_count', 'smallint', (row) => row.tallyCount],
  ['effective_at', 'timestamptz', (row) => row.effectiveAt.toISOString()],
  ['period', 'text', (row) => row.period],
  ['approval', 'text', (row) => row.approval],
  ['matures_on', 'date', (row) => row.maturesOn],
  ['carried', 'boolean', (row) => row.carried],
  ['is_reversal', 'boolean', (row) => row.isReversal],
  ['author', 'text', (row) => row.author],
  ['reason', 'text', (row) => row.reason],
  ['state', 'text', (row) => row.state],
  ['approved_at', 'timestamptz', (row) => row.approvedAt?.toISOString() ?? null],
  ['approved_by', 'text', (row) => row.approvedBy],
  ['hold_id', 'text', (row) => row.holdId],
];
const NAMES = sql.raw(COLUMNS.map(([name]) => name).join(', '));

/** What needs quotes in an array literal; ids, numbers and moments do not, and they are nearly everything. */
const SPECIAL = /[\s"\\{},]|^(?:null)?$/i;

function arrayLiteral(cells: readonly Cell[]): string {
  const written = cells.map((cell) => {
    if (cell === null) return 'NULL';
    const text = String(cell);
    return SPECIAL.test(text) ? `"${text.replace(/["\\]/g, '\\$&')}"` : text;
  });
  return `{${written.join(',')}}`;
}

/**
 * Inserts the accruals whose business key is new and returns their ids. A key that another transaction inserts at
 * the same time is waited for and then not returned: that transaction has accrued it.
 */
export async function insertAccruals(tx: Tx, rows: readonly Row[]): Promise<Set<string>> {
  if (rows.length === 0) return new Set();
  const arrays = COLUMNS.map(([, type, value]) => sql`${arrayLiteral(rows.map(value))}::${sql.raw(type)}[]`);
  const { rows: inserted } = await sql<{ id: string }>`
    INSERT INTO incentives.accrual (workspace_id, recorded_at, ${NAMES})
    SELECT ${tx.workspaceId}::uuid, ${tx.now()}, r.* FROM unnest(${sql.join(arrays)}) AS r
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
