import { sql } from 'kysely';
import type { Tx } from '@mosty/kernel/context';
import { addDays, type BusinessDate } from '@mosty/kernel/time';
import type { ReportingClass } from '../contract/class.ts';
import type { Window } from '../domain/window.ts';

export interface PartnerBookRow {
  readonly class: ReportingClass;
  readonly currency: string;
  readonly salesCount: bigint;
  readonly salesMinor: bigint;
  readonly refundsCount: bigint;
  readonly refundsMinor: bigint;
  readonly accrualsCount: bigint;
  readonly commissionMinor: bigint;
  readonly costsCount: bigint;
  readonly costsMinor: bigint;
  readonly goodsMinor: bigint;
  readonly goodsUnknownCount: bigint;
  readonly tookPart: bigint;
  readonly clientsCame: bigint;
  readonly startedOn: BusinessDate;
  readonly firstSaleOn: BusinessDate | null;
  readonly lastSaleOn: BusinessDate | null;
  readonly paybackMonth: number | null;
}

/** One row per class and currency the partner ever had anything in; figures of the window. */
export async function selectPartnerBooks(
  tx: Tx,
  partnerId: string,
  window: Window,
): Promise<PartnerBookRow[]> {
  const sum = (column: string, name: string) =>
    sql`COALESCE(sum(${sql.ref(`d.${column}`)}), 0)::bigint AS ${sql.ref(name)}`;
  const { rows } = await sql<PartnerBookRow>`
    SELECT l.class, l.currency, ${sql.join([
      sum('sales_count', 'salesCount'),
      sum('sales_minor', 'salesMinor'),
      sum('refunds_count', 'refundsCount'),
      sum('refunds_minor', 'refundsMinor'),
      sum('accruals_count', 'accrualsCount'),
      sum('commission_minor', 'commissionMinor'),
      sum('costs_count', 'costsCount'),
      sum('costs_minor', 'costsMinor'),
      sum('goods_minor', 'goodsMinor'),
      sum('goods_unknown_count', 'goodsUnknownCount'),
      sum('took_part_count', 'tookPart'),
    ])}, (
        SELECT count(*) FROM insight.client_life c
        WHERE c.workspace_id = l.workspace_id AND c.partner_id = l.partner_id AND c.class = l.class AND c.currency = l.currency
          AND c.first_on >= ${window.from}::date AND c.first_on < ${window.to}::date
      ) AS "clientsCame",
      l.started_on AS "startedOn", l.first_sale_on AS "firstSaleOn", l.last_sale_on AS "lastSaleOn", l.payback_month AS "paybackMonth"
    FROM insight.partner_life l
    LEFT JOIN insight.partner_day d ON d.workspace_id = l.workspace_id AND d.partner_id = l.partner_id AND d.class = l.class
      AND d.currency = l.currency AND d.day >= ${window.from}::date AND d.day < ${window.to}::date
    WHERE l.workspace_id = ${tx.workspaceId}::uuid AND l.partner_id = ${partnerId}
    GROUP BY l.workspace_id, l.partner_id, l.class, l.currency, l.started_on, l.first_sale_on, l.last_sale_on, l.payback_month
    ORDER BY l.class, l.currency`.execute(tx.db);
  return rows;
}

export interface PartnerMonthRow {
  readonly class: ReportingClass;
  readonly currency: string;
  readonly month: BusinessDate;
  readonly broughtMinor: bigint;
  readonly costMinor: bigint;
  /** Since the beginning: margin less everything put in. */
  readonly balanceMinor: bigint;
}

export async function selectPartnerMonths(tx: Tx, partnerId: string): Promise<PartnerMonthRow[]> {
  const { rows } = await sql<PartnerMonthRow>`
    SELECT class, currency, month, paid_minor AS "broughtMinor", (commission_minor + costs_minor) AS "costMinor",
           (sum(paid_minor - goods_minor - commission_minor - costs_minor)
             OVER (PARTITION BY class, currency ORDER BY month))::bigint AS "balanceMinor"
    FROM insight.partner_month WHERE workspace_id = ${tx.workspaceId}::uuid AND partner_id = ${partnerId}
    ORDER BY class, currency, month`.execute(tx.db);
  return rows;
}

export interface OwedRow {
  readonly class: ReportingClass;
  readonly currency: string;
  readonly accruals: bigint;
  readonly minor: bigint;
}

/** What was accrued and is not in the partner's hands: waiting, on hold or approved. As of now, whatever the window. */
export async function selectOwed(tx: Tx, partnerId: string): Promise<OwedRow[]> {
  const { rows } = await sql<OwedRow>`
    SELECT class, currency, count(*) AS accruals, sum(amount_minor)::bigint AS minor FROM incentives.v_accrual
    WHERE workspace_id = ${tx.workspaceId}::uuid AND partner_id = ${partnerId} AND state IN ('pending', 'on_hold', 'approved')
    GROUP BY class, currency`.execute(tx.db);
  return rows;
}

export interface FigureRow {
  readonly partnerId: string;
  readonly class: ReportingClass;
  readonly currency: string;
  readonly broughtMinor: bigint;
  readonly costMinor: bigint;
  readonly margin90Minor: bigint;
  readonly marginIsEstimate: boolean;
  readonly lastSaleOn: BusinessDate | null;
}

/** A list of partners at once: brought and cost since the beginning, margin of the 90 days that end today. */
export async function selectPartnerFigures(
  tx: Tx,
  partnerIds: readonly string[],
  today: BusinessDate,
): Promise<FigureRow[]> {
  const { rows } = await sql<FigureRow>`
    SELECT l.partner_id AS "partnerId", l.class, l.currency, l.paid_minor AS "broughtMinor",
           (l.commission_minor + l.costs_minor)::bigint AS "costMinor", COALESCE(d.margin, 0)::bigint AS "margin90Minor",
           COALESCE(d.unknown, 0) > 0 AS "marginIsEstimate", l.last_sale_on AS "lastSaleOn"
    FROM insight.partner_life l
    LEFT JOIN LATERAL (
      SELECT sum(sales_minor - refunds_minor - goods_minor - commission_minor - costs_minor) AS margin,
             sum(goods_unknown_count) AS unknown
      FROM insight.partner_day d
      WHERE d.workspace_id = l.workspace_id AND d.partner_id = l.partner_id AND d.class = l.class AND d.currency = l.currency
        AND d.day > ${addDays(today, -90)}::date AND d.day <= ${today}::date
    ) d ON true
    WHERE l.workspace_id = ${tx.workspaceId}::uuid AND l.partner_id = ANY(${[...partnerIds]}::text[])
    ORDER BY l.partner_id, l.class, l.currency`.execute(tx.db);
  return rows;
}

export interface OwedNowRow {
  readonly partnerId: string;
  readonly currency: string;
  readonly owedMinor: bigint;
}

/** What the ledger says we owe each of these partners, in each currency; those at zero are left out. */
export async function selectOwedNow(tx: Tx, partnerIds: readonly string[]): Promise<OwedNowRow[]> {
  const { rows } = await sql<OwedNowRow>`
    SELECT partner_id AS "partnerId", currency, (-sum(amount_minor))::bigint AS "owedMinor" FROM ledger.v_balance
    WHERE workspace_id = ${tx.workspaceId}::uuid AND partner_id = ANY(${[...partnerIds]}::text[])
    GROUP BY partner_id, currency HAVING sum(amount_minor) <> 0 ORDER BY partner_id, currency`.execute(tx.db);
  return rows;
}

/** Whether there is such a partner for this reader at all. */
export async function partnerExists(tx: Tx, partnerId: string): Promise<boolean> {
  const { rows } = await sql`
    SELECT 1 FROM directory.v_partner WHERE workspace_id = ${tx.workspaceId}::uuid AND id = ${partnerId}`.execute(
    tx.db,
  );
  return rows.length > 0;
}
