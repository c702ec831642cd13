import { sql } from 'kysely';
import type { Tx } from '@mosty/kernel/context';
import type { BusinessDate } from '@mosty/kernel/time';
import type { ReportingClass } from '../../contract/class.ts';
import { FIRST_SALE_NEEDED_N } from '../../domain/metrics/time-to-first-sale.ts';
import { livesOf } from './lives.ts';

/** Days within which a first sale is looked for: a quarter, as the activity of partners is. */
export const RIPE_DAYS = 90;

export interface StartersRow {
  readonly kind: string | null;
  readonly quarter: BusinessDate | null;
  readonly since: BusinessDate;
  readonly n: number;
  readonly sold: number;
  readonly medianDays: number | null;
  readonly p75Days: number | null;
  readonly ripe: number;
  readonly soldInTime: number;
}

/** Everybody, each kind, each quarter of start: three groupings of one walk over the partners. */
export async function selectFirstSales(
  tx: Tx,
  book: ReportingClass,
  today: BusinessDate,
): Promise<StartersRow[]> {
  // Half up, as the median of the owner's page.
  const days = (part: number) => sql`CASE WHEN count(days) >= ${FIRST_SALE_NEEDED_N}::int
    THEN floor(percentile_cont(${part}::float8) WITHIN GROUP (ORDER BY days) + 0.5)::int END`;
  const { rows } = await sql<StartersRow>`
    SELECT kind, quarter, min(began_on) AS since, count(*)::int AS n, count(days)::int AS sold, ${days(0.5)} AS "medianDays",
           ${days(0.75)} AS "p75Days", count(*) FILTER (WHERE age >= ${RIPE_DAYS}::int)::int AS ripe,
           count(*) FILTER (WHERE age >= ${RIPE_DAYS}::int AND days < ${RIPE_DAYS}::int)::int AS "soldInTime"
    FROM (
      SELECT kind, date_trunc('quarter', began_on)::date AS quarter, began_on, ${today}::date - began_on AS age,
             CASE WHEN first_on IS NOT NULL THEN GREATEST(first_on - began_on, 0) END AS days
      FROM (${livesOf(tx, book)}) life
    ) one
    GROUP BY GROUPING SETS ((), (kind), (quarter)) ORDER BY kind, quarter`.execute(tx.db);
  return rows;
}
