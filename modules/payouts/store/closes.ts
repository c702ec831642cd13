import { sql } from 'kysely';
import type { Tx } from '@mosty/kernel/context';
import type { Id } from '@mosty/kernel/id';
import type { Month } from '@mosty/kernel/time';
import type { MonthTotal } from '../domain/totals.ts';

export interface Close {
  readonly id: Id<'period_close'>;
  readonly month: Month;
  readonly closedAt: Date;
  readonly closedBy: string;
  readonly partners: number;
  readonly hashBefore: string;
  readonly hash: string;
}

const CLOSE = sql`id, month, closed_at AS "closedAt", closed_by AS "closedBy", partners, hash_before AS "hashBefore", hash`;

export async function lastClose(tx: Tx): Promise<Close | null> {
  const { rows } = await sql<Close>`
    SELECT ${CLOSE} FROM payouts.period_close
    WHERE workspace_id = ${tx.workspaceId}::uuid ORDER BY month DESC LIMIT 1`.execute(tx.db);
  return rows[0] ?? null;
}

export async function findClose(tx: Tx, month: Month): Promise<Close | null> {
  const { rows } = await sql<Close>`
    SELECT ${CLOSE} FROM payouts.period_close WHERE workspace_id = ${tx.workspaceId}::uuid AND month = ${month}`.execute(
    tx.db,
  );
  return rows[0] ?? null;
}

/** Oldest first. */
export async function allCloses(tx: Tx): Promise<Close[]> {
  const { rows } = await sql<Close>`
    SELECT ${CLOSE} FROM payouts.period_close WHERE workspace_id = ${tx.workspaceId}::uuid ORDER BY month`.execute(
    tx.db,
  );
  return rows;
}

export async function insertClose(tx: Tx, close: Close): Promise<void> {
  await sql`
    INSERT INTO payouts.period_close (workspace_id, id, month, closed_at, closed_by, partners, hash_before, hash)
    VALUES (${tx.workspaceId}::uuid, ${close.id}, ${close.month}, ${close.closedAt}, ${close.closedBy}, ${close.partners},
      ${close.hashBefore}, ${close.hash})`.execute(tx.db);
}

export async function insertTotals(tx: Tx, close: Close, totals: readonly MonthTotal[]): Promise<void> {
  const rows = JSON.stringify(totals, (_key, value: unknown) =>
    typeof value === 'bigint' ? value.toString() : value,
  );
  await sql`
    INSERT INTO payouts.period_total (workspace_id, month, partner_id, currency, close_id, opening_minor, accrued_minor,
      clawed_back_minor, corrected_minor, written_off_minor, waived_minor, paid_minor, closing_minor)
    SELECT ${tx.workspaceId}::uuid, ${close.month}, r."partnerId", r.currency, ${close.id}, r."openingMinor", r."accruedMinor",
      r."clawedBackMinor", r."correctedMinor", r."writtenOffMinor", r."waivedMinor", r."paidMinor", r."closingMinor"
    FROM jsonb_to_recordset(${rows}::jsonb) AS r("partnerId" text, currency text, "openingMinor" bigint, "accruedMinor" bigint,
      "clawedBackMinor" bigint, "correctedMinor" bigint, "writtenOffMinor" bigint, "waivedMinor" bigint, "paidMinor" bigint, "closingMinor" bigint)`.execute(
    tx.db,
  );
}

export const TOTAL = sql`
  t.partner_id AS "partnerId", t.currency, t.opening_minor AS "openingMinor", t.accrued_minor AS "accruedMinor",
  t.clawed_back_minor AS "clawedBackMinor", t.corrected_minor AS "correctedMinor", t.written_off_minor AS "writtenOffMinor",
  t.waived_minor AS "waivedMinor", t.paid_minor AS "paidMinor", t.closing_minor AS "closingMinor"`;

/** Stored totals of a closed month, in the order in which they were hashed. */
export async function totalsOfClose(tx: Tx, month: Month): Promise<MonthTotal[]> {
  const { rows } = await sql<MonthTotal>`
    SELECT ${TOTAL} FROM payouts.period_total t
    WHERE t.workspace_id = ${tx.workspaceId}::uuid AND t.month = ${month} ORDER BY t.partner_id, t.currency COLLATE "C"`.execute(
    tx.db,
  );
  return rows;
}

export interface PaidInMonth {
  readonly month: Month;
  readonly currency: string;
  readonly paidMinor: bigint;
  readonly closingMinor: bigint;
}

export async function paidByMonth(tx: Tx): Promise<PaidInMonth[]> {
  const { rows } = await sql<PaidInMonth>`
    SELECT month, currency, sum(paid_minor)::bigint AS "paidMinor", sum(closing_minor)::bigint AS "closingMinor"
    FROM payouts.period_total WHERE workspace_id = ${tx.workspaceId}::uuid
    GROUP BY month, currency ORDER BY month, currency`.execute(tx.db);
  return rows;
}
