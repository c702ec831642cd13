import { sql } from 'kysely';
import type { Tx } from '@mosty/kernel/context';
import { firstDay, monthOf, startOfDay, type BusinessDate, type Month } from '@mosty/kernel/time';

export interface MonthSold {
  readonly partnerId: string;
  readonly month: Month;
  readonly soldMinor: bigint;
}

/** What each agreement's partner brought by month of the days [from, to), by its share, before refunds. */
export async function monthsSold(
  tx: Tx,
  of: {
    readonly agreementIds: readonly string[];
    readonly currency: string;
    readonly from: Month;
    /** Does not belong to the months. */
    readonly to: Month;
  },
): Promise<MonthSold[]> {
  const { rows } = await sql<Omit<MonthSold, 'month'> & { month: BusinessDate }>`
    SELECT p.partner_id AS "partnerId", date_trunc('month', s.occurred_at AT TIME ZONE ${tx.zone})::date AS month,
           sum(round(s.amount_minor::numeric * p.share_ppm / 1000000))::bigint AS "soldMinor"
    FROM deals.v_sale s
    JOIN attribution.v_participant p ON p.workspace_id = s.workspace_id AND p.sale_id = s.id AND p.role IN ('source', 'co_source')
    WHERE s.workspace_id = ${tx.workspaceId}::uuid AND s.currency = ${of.currency}
      AND s.occurred_at >= ${startOfDay(firstDay(of.from), tx.zone)}
      AND s.occurred_at < ${startOfDay(firstDay(of.to), tx.zone)}
      AND p.agreement_id = ANY(${of.agreementIds}::text[])
    GROUP BY 1, 2`.execute(tx.db);
  return rows.map((row) => ({ ...row, month: monthOf(row.month) }));
}
