import { sql } from 'kysely';
import type { Tx } from '@mosty/kernel/context';
import { firstDay, monthOf, type BusinessDate, type Month } from '@mosty/kernel/time';
import type { Book, CostLine } from '../contract.ts';

/** As a source of costs: time priced by the hour. Keys of two sources never meet. */
export const HOURS = 'hours';

export interface ClassMonth {
  readonly month: Month;
  readonly class: Book;
  readonly revenueMinor: bigint;
  readonly clients: number;
  readonly salesCount: number;
  readonly goodsMinor: bigint;
  readonly goodsUnknown: number;
  readonly commissionMinor: bigint;
  /** All costs of the month together, as the roll-up keeps them. */
  readonly costsMinor: bigint;
}

const days = ({ from, to }: { from: Month | null; to: Month }) =>
  sql`BETWEEN ${from === null ? '0001-01-01' : firstDay(from)}::date AND ${firstDay(to)}::date`;

/** Months up to and with `to`, of every class, from the roll-ups: a row a month and class whatever the history. */
export async function monthsOfClasses(
  tx: Tx,
  span: { from: Month | null; to: Month },
): Promise<ClassMonth[]> {
  const { rows } = await sql<Omit<ClassMonth, 'month'> & { month: BusinessDate }>`
    SELECT month, class, sales_minor - refunds_minor AS "revenueMinor", clients_came::int AS clients, sales_count::int AS "salesCount",
           goods_minor AS "goodsMinor", goods_unknown_count::int AS "goodsUnknown", commission_minor AS "commissionMinor",
           costs_minor AS "costsMinor"
    FROM insight.v_class_month
    WHERE workspace_id = ${tx.workspaceId}::uuid AND class <> 'direct' AND currency = ${tx.currency} AND month ${days(span)}`.execute(
    tx.db,
  );
  return rows.map((row) => ({ ...row, month: monthOf(row.month) }));
}

export interface CostMonth {
  readonly month: Month;
  readonly class: Book;
  readonly kind: CostLine;
  readonly amountMinor: bigint;
}

/** What was put in, by month, class and what for. Costs are written by people: there are thousands, not millions. */
export async function costsOfMonths(tx: Tx, span: { from: Month | null; to: Month }): Promise<CostMonth[]> {
  const { rows } = await sql<Omit<CostMonth, 'month'> & { month: BusinessDate }>`
    SELECT date_trunc('month', occurred_on)::date AS month, class, kind, sum(amount_minor)::bigint AS "amountMinor"
    FROM deals.v_cost
    WHERE workspace_id = ${tx.workspaceId}::uuid AND currency = ${tx.currency}
      AND occurred_on >= ${span.from === null ? '0001-01-01' : firstDay(span.from)}::date
      AND occurred_on < ${firstDay(span.to)}::date + interval '1 month'
    GROUP BY 1, 2, 3`.execute(tx.db);
  return rows.map((row) => ({ ...row, month: monthOf(row.month) }));
}

/** Classes into which somebody wrote the team's pay in a month: such a class knows what its people cost without a rate. */
export async function salariesOf(tx: Tx, month: Month): Promise<Set<Book>> {
  const { rows } = await sql<{ class: Book }>`
    SELECT DISTINCT class FROM deals.v_cost
    WHERE workspace_id = ${tx.workspaceId}::uuid AND currency = ${tx.currency} AND kind = 'team' AND source <> ${HOURS}
      AND occurred_on >= ${firstDay(month)}::date AND occurred_on < ${firstDay(month)}::date + interval '1 month'`.execute(
    tx.db,
  );
  return new Set(rows.map((row) => row.class));
}

export interface ToldTime {
  readonly month: Month;
  readonly class: Book;
  readonly memberId: string | null;
  readonly partnerId: string | null;
  readonly minutes: number;
}

/**
 * Time told of work with partners, by month, colleague and partner, less what was written as a cost already. A partner's
 * time belongs to the class it works in now, the outside network first; time for nobody in particular is the department's.
 * `except` is a run of months whose time was kept when they were closed; `partnerId` asks of one partner alone.
 */
export async function unpricedTime(
  tx: Tx,
  span: {
    readonly from: Month | null;
    readonly to: Month;
    readonly except?: { readonly from: Month; readonly to: Month } | null;
    readonly partnerId?: string;
  },
): Promise<ToldTime[]> {
  const start = (month: Month) => sql`${firstDay(month)}::timestamp AT TIME ZONE ${tx.zone}`;
  const end = (month: Month) => sql`(${firstDay(month)}::date + interval '1 month') AT TIME ZONE ${tx.zone}`;
  const { except, partnerId = null } = span;
  const { rows } = await sql<Omit<ToldTime, 'month'> & { month: BusinessDate }>`
    WITH told AS (
      SELECT date_trunc('month', at AT TIME ZONE ${tx.zone})::date AS month, by_member, partner_id, sum(minutes)::int AS minutes
      FROM rhythm.v_touch
      WHERE workspace_id = ${tx.workspaceId}::uuid AND minutes > 0
        AND at >= ${span.from === null ? '0001-01-01' : firstDay(span.from)}::timestamp AT TIME ZONE ${tx.zone}
        AND at < ${end(span.to)}
        AND ${except ? sql`(at < ${start(except.from)} OR at >= ${end(except.to)})` : sql`TRUE`}
        AND (${partnerId}::text IS NULL OR partner_id = ${partnerId})
      GROUP BY 1, 2, 3
    ), priced AS (
      SELECT month, member_id, partner_id, sum(minutes)::int AS minutes FROM economics.priced
      WHERE workspace_id = ${tx.workspaceId}::uuid GROUP BY 1, 2, 3
    ), class_of AS (
      SELECT DISTINCT ON (partner_id) partner_id, class FROM agreements.v_agreement
      WHERE workspace_id = ${tx.workspaceId}::uuid
      ORDER BY partner_id, (ended_at IS NULL) DESC, (class = 'partner_sales') DESC, class
    )
    SELECT t.month, t.by_member AS "memberId", t.partner_id AS "partnerId", t.minutes - COALESCE(p.minutes, 0) AS minutes,
           COALESCE(c.class, 'partner_sales') AS class
    FROM told t
    LEFT JOIN priced p ON p.month = t.month AND p.member_id = COALESCE(t.by_member, '') AND p.partner_id = COALESCE(t.partner_id, '')
    LEFT JOIN class_of c ON c.partner_id = t.partner_id
    WHERE t.minutes > COALESCE(p.minutes, 0)
    ORDER BY t.month, t.by_member, t.partner_id`.execute(tx.db);
  return rows.map((row) => ({ ...row, month: monthOf(row.month) }));
}

/** Colleagues who keep a partner now: the people of the department. */
export async function peopleOfDepartment(tx: Tx): Promise<number> {
  const { rows } = await sql<{ people: number }>`
    SELECT count(DISTINCT owner_member_id)::int AS people FROM directory.v_partner
    WHERE workspace_id = ${tx.workspaceId}::uuid AND owner_member_id IS NOT NULL`.execute(tx.db);
  return rows[0]?.people ?? 0;
}
