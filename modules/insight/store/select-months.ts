import { sql } from 'kysely';
import type { Tx } from '@mosty/kernel/context';
import { firstDay, monthOf, type BusinessDate, type Month } from '@mosty/kernel/time';
import type { Book } from '../contract/class.ts';
import { prepared } from './prepared.ts';

export interface MonthOfClass {
  readonly month: Month;
  readonly class: Book;
  readonly salesCount: number;
  readonly paidMinor: bigint;
}

/** Months `from`…`to`, half-open, of every book. */
export async function selectMonths(
  tx: Tx,
  from: Month,
  to: Month,
  currency: string,
): Promise<MonthOfClass[]> {
  const rows = await prepared(
    tx,
    sql<{ month: BusinessDate; class: Book; sales_count: bigint; paid_minor: bigint }>`
    SELECT month, class, sales_count, sales_minor - refunds_minor AS paid_minor FROM insight.class_month
    WHERE workspace_id = ${tx.workspaceId}::uuid AND month >= ${firstDay(from)}::date AND month < ${firstDay(to)}::date
      AND currency = ${currency}
    ORDER BY month`,
  );
  return rows.map((row) => ({
    month: monthOf(row.month),
    class: row.class,
    salesCount: Number(row.sales_count),
    paidMinor: row.paid_minor,
  }));
}

export interface TopOfMonth {
  readonly paidMinor: bigint;
  readonly sellers: number;
  readonly topPaidMinor: bigint;
  readonly topPartnerId: string | null;
  readonly topName: string | null;
}

/** The largest seller of partner sales in a month. */
export async function selectTop(tx: Tx, month: Month, currency: string): Promise<TopOfMonth | undefined> {
  const rows = await prepared(
    tx,
    sql<TopOfMonth & { sellers: bigint }>`
    SELECT m.sales_minor - m.refunds_minor AS "paidMinor", m.sellers_count AS sellers, m.top_paid_minor AS "topPaidMinor",
           m.top_partner_id AS "topPartnerId", p.name AS "topName"
    FROM insight.class_month m
    LEFT JOIN directory.v_partner p ON p.workspace_id = m.workspace_id AND p.id = m.top_partner_id
    WHERE m.workspace_id = ${tx.workspaceId}::uuid AND m.month = ${firstDay(month)}::date AND m.class = 'partner_sales'
      AND m.currency = ${currency}`,
  );
  const row = rows[0];
  return row && { ...row, sellers: Number(row.sellers) };
}

/** Currencies there are facts in: more than one means that a page shows a part. */
export async function selectCurrencies(tx: Tx): Promise<string[]> {
  const rows = await prepared(
    tx,
    sql<{ currency: string }>`
    SELECT DISTINCT currency FROM insight.class_month WHERE workspace_id = ${tx.workspaceId}::uuid ORDER BY 1`,
  );
  return rows.map((row) => row.currency);
}
