import { sql } from 'kysely';
import type { Tx } from '@mosty/kernel/context';
import { addMonths, firstDay, monthOf, type BusinessDate, type Month } from '@mosty/kernel/time';
import type { Book } from '../contract.ts';

export const LINES = ['revenue', 'goods', 'commission', 'costs', 'margin'] as const;
export type Line = (typeof LINES)[number];

/** Amounts of the lines as text: JSON has no whole numbers of that size. */
export type ClosedFigures = Readonly<Record<Line, string>>;

/** Time told and never written as a cost. */
export type ClosedTime = Readonly<Record<Book, { readonly minutes: number; readonly minor: string }>>;

export interface Closing {
  readonly month: Month;
  readonly currency: string;
  readonly figures: Readonly<Record<Book, ClosedFigures>>;
  /** Null: closed before it was kept. */
  readonly toldTime: ClosedTime | null;
  readonly closedAt: Date;
  readonly closedBy: string;
}

export async function closingsOf(tx: Tx, span: { from: Month; to: Month }): Promise<Map<Month, Closing>> {
  const { rows } = await sql<Omit<Closing, 'month'> & { month: BusinessDate }>`
    SELECT month, currency, figures, told_time AS "toldTime", closed_at AS "closedAt", closed_by AS "closedBy" FROM economics.month_close
    WHERE workspace_id = ${tx.workspaceId}::uuid AND month BETWEEN ${firstDay(span.from)}::date AND ${firstDay(span.to)}::date`.execute(
    tx.db,
  );
  return new Map(rows.map((row) => [monthOf(row.month), { ...row, month: monthOf(row.month) }]));
}

export async function insertClosing(tx: Tx, closing: Closing): Promise<void> {
  await sql`
    INSERT INTO economics.month_close (workspace_id, month, currency, figures, told_time, closed_at, closed_by)
    VALUES (${tx.workspaceId}::uuid, ${firstDay(closing.month)}::date, ${closing.currency},
            ${JSON.stringify(closing.figures)}::jsonb,
            ${closing.toldTime && JSON.stringify(closing.toldTime)}::jsonb, ${closing.closedAt}, ${closing.closedBy})`.execute(
    tx.db,
  );
}

/**
 * The first run of closed months, without a gap, whose time was kept: at most one is needed, for months are closed one
 * after another.
 */
export async function keptTime(tx: Tx): Promise<ReadonlyMap<Month, ClosedTime>> {
  const { rows } = await sql<{ month: BusinessDate; toldTime: ClosedTime }>`
    SELECT month, told_time AS "toldTime" FROM economics.month_close
    WHERE workspace_id = ${tx.workspaceId}::uuid AND currency = ${tx.currency} AND told_time IS NOT NULL ORDER BY month`.execute(
    tx.db,
  );
  const run = new Map<Month, ClosedTime>();
  let next: Month | null = null;
  for (const row of rows) {
    const month = monthOf(row.month);
    if (next !== null && month !== next) break;
    run.set(month, row.toldTime);
    next = addMonths(month, 1);
  }
  return run;
}
