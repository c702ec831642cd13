import { sql } from 'kysely';
import type { Tx } from '@mosty/kernel/context';
import { firstDay, monthOf, type BusinessDate, type Month } from '@mosty/kernel/time';
import type { Book } from '../contract.ts';

export const LINES = ['revenue', 'goods', 'commission', 'costs', 'margin'] as const;
export type Line = (typeof LINES)[number];

/** Amounts of the lines as text: JSON has no whole numbers of that size. */
export type ClosedFigures = Readonly<Record<Line, string>>;

export interface Closing {
  readonly month: Month;
  readonly currency: string;
  readonly figures: Readonly<Record<Book, ClosedFigures>>;
  readonly closedAt: Date;
  readonly closedBy: string;
}

export async function closingsOf(tx: Tx, span: { from: Month; to: Month }): Promise<Map<Month, Closing>> {
  const { rows } = await sql<Omit<Closing, 'month'> & { month: BusinessDate }>`
    SELECT month, currency, figures, closed_at AS "closedAt", closed_by AS "closedBy" FROM economics.month_close
    WHERE workspace_id = ${tx.workspaceId}::uuid AND month BETWEEN ${firstDay(span.from)}::date AND ${firstDay(span.to)}::date`.execute(
    tx.db,
  );
  return new Map(rows.map((row) => [monthOf(row.month), { ...row, month: monthOf(row.month) }]));
}

export async function insertClosing(tx: Tx, closing: Closing): Promise<void> {
  await sql`
    INSERT INTO economics.month_close (workspace_id, month, currency, figures, closed_at, closed_by)
    VALUES (${tx.workspaceId}::uuid, ${firstDay(closing.month)}::date, ${closing.currency},
            ${JSON.stringify(closing.figures)}::jsonb, ${closing.closedAt}, ${closing.closedBy})`.execute(
    tx.db,
  );
}
