import { sql } from 'kysely';
import type { Tx } from '@mosty/kernel/context';
import type { Id } from '@mosty/kernel/id';
import { firstDay, monthOf, type BusinessDate, type Month } from '@mosty/kernel/time';
import type { Book, CostLine } from '../contract.ts';

export interface PartnerMonth {
  readonly month: Month;
  readonly class: Book;
  readonly revenueMinor: bigint;
  readonly salesCount: number;
  readonly goodsMinor: bigint;
  readonly goodsUnknown: number;
  readonly commissionMinor: bigint;
}

/** A partner's months of every class, from the roll-ups. */
export async function monthsOfPartner(tx: Tx, partnerId: string): Promise<PartnerMonth[]> {
  const { rows } = await sql<Omit<PartnerMonth, 'month'> & { month: BusinessDate }>`
    SELECT month, class, paid_minor AS "revenueMinor", sales_count::int AS "salesCount", goods_minor AS "goodsMinor",
           goods_unknown_count::int AS "goodsUnknown", commission_minor AS "commissionMinor"
    FROM insight.v_partner_month
    WHERE workspace_id = ${tx.workspaceId}::uuid AND partner_id = ${partnerId} AND currency = ${tx.currency}`.execute(
    tx.db,
  );
  return rows.map((row) => ({ ...row, month: monthOf(row.month) }));
}

export interface PartnerCost {
  readonly month: Month;
  readonly class: Book;
  readonly kind: CostLine;
  readonly amountMinor: bigint;
  readonly count: number;
  /** Told with the cost, where it was: hundredths of an hour. */
  readonly hundredths: number;
}

export async function costsOfPartner(tx: Tx, partnerId: string, to: Month): Promise<PartnerCost[]> {
  const { rows } = await sql<Omit<PartnerCost, 'month'> & { month: BusinessDate }>`
    SELECT date_trunc('month', occurred_on)::date AS month, class, kind, sum(amount_minor)::bigint AS "amountMinor",
           count(*)::int AS count, COALESCE(sum(hours * 100), 0)::int AS hundredths
    FROM deals.v_cost
    WHERE workspace_id = ${tx.workspaceId}::uuid AND partner_id = ${partnerId} AND currency = ${tx.currency}
      AND occurred_on < ${firstDay(to)}::date + interval '1 month'
    GROUP BY 1, 2, 3`.execute(tx.db);
  return rows.map((row) => ({ ...row, month: monthOf(row.month) }));
}

/** Null: no such partner for this reader. */
export async function nameOfPartner(tx: Tx, partnerId: string): Promise<string | null> {
  const { rows } = await sql<{ name: string }>`
    SELECT name FROM directory.v_partner WHERE workspace_id = ${tx.workspaceId}::uuid AND id = ${partnerId}`.execute(
    tx.db,
  );
  return rows[0]?.name ?? null;
}

export interface PartnerExclusivity {
  readonly agreementId: Id<'agreement'>;
  readonly bound: 'ours' | 'theirs';
  readonly subject: string;
  readonly inReturn: string;
  readonly priceMinor: bigint | null;
  readonly currency: string | null;
  readonly from: BusinessDate;
  readonly until: BusinessDate;
}

/** What one side gives up by working with nobody else, as the agreements in force say; its last day is one of them (S1.67). */
export async function exclusivityOf(
  tx: Tx,
  partnerId: string,
  today: BusinessDate,
): Promise<PartnerExclusivity[]> {
  const { rows } = await sql<PartnerExclusivity>`
    SELECT agreement_id AS "agreementId", bound, subject, in_return AS "inReturn", price_minor AS "priceMinor", currency,
           from_day AS "from", until_day AS until
    FROM agreements.v_exclusivity WHERE workspace_id = ${tx.workspaceId}::uuid AND partner_id = ${partnerId}
      AND until_day >= ${today}::date
    ORDER BY until_day, agreement_id`.execute(tx.db);
  return rows;
}
