import { sql } from 'kysely';
import type { Tx } from '@mosty/kernel/context';
import { addDays, firstDay, type BusinessDate } from '@mosty/kernel/time';
import type { Book } from '../../contract/class.ts';
import { STAYED_DAYS, YEAR_DAYS, LONG_QUARTERS } from '../../domain/client-worth/figure.ts';
import { cohortEnd, HORIZONS_DAYS, type HorizonDays } from '../../domain/metrics/client-value.ts';
import { prepared } from '../prepared.ts';

/** Clients of one book, all of them or those with so many partners or products. */
export interface LivesOf {
  readonly class: Book;
  readonly by: 'all' | 'partners' | 'products';
  readonly band: number | null;
  readonly since: BusinessDate;
  /** Those who lived through each horizon, and what they paid within it. */
  readonly horizons: readonly {
    readonly days: HorizonDays;
    readonly clients: number;
    readonly paidMinor: bigint;
  }[];
  /** Those who came a year ago and earlier, how many of them paid lately, and how many in four quarters and more. */
  readonly grown: number;
  readonly stayed: number;
  readonly long: number;
}

/** One look at the clients, whatever they are grouped by. */
export async function selectLives(tx: Tx, today: BusinessDate, currency: string): Promise<LivesOf[]> {
  const grown = sql`first_on < ${addDays(today, 1 - YEAR_DAYS)}::date`;
  const sums = HORIZONS_DAYS.map((days) => {
    const old = sql`first_on < ${firstDay(cohortEnd(today, days))}::date`;
    return sql`count(*) FILTER (WHERE ${old}) AS ${sql.ref(`clients_${days}`)},
      COALESCE(sum(${sql.ref(`paid_${days}_minor`)}) FILTER (WHERE ${old}), 0)::bigint AS ${sql.ref(`paid_${days}`)}`;
  });
  const rows = await prepared(
    tx,
    sql<
      Omit<LivesOf, 'horizons' | 'grown' | 'stayed' | 'long'> &
        Record<`clients_${HorizonDays}` | `paid_${HorizonDays}` | 'grown' | 'stayed' | 'long', bigint>
    >`
    SELECT class, CASE WHEN GROUPING(partners) = 0 THEN 'partners' WHEN GROUPING(products) = 0 THEN 'products' ELSE 'all' END AS by,
           COALESCE(partners, products) AS band, min(first_on) AS since, ${sql.join(sums)},
           count(*) FILTER (WHERE ${grown}) AS grown,
           count(*) FILTER (WHERE ${grown} AND last_on > ${addDays(today, -STAYED_DAYS)}::date) AS stayed,
           count(*) FILTER (WHERE ${grown} AND quarters_paid >= ${LONG_QUARTERS}) AS long
    FROM (
      SELECT class, LEAST(partners_count, 3) AS partners, LEAST(products_count, 4) AS products, first_on, last_on, quarters_paid,
             paid_90_minor, paid_180_minor, paid_365_minor
      FROM insight.client_life WHERE workspace_id = ${tx.workspaceId}::uuid AND currency = ${currency}
    ) life
    GROUP BY GROUPING SETS ((class), (class, partners), (class, products))
    ORDER BY class, 2, 3`,
  );
  return rows.map((row) => ({
    class: row.class,
    by: row.by,
    band: row.band,
    since: row.since,
    horizons: HORIZONS_DAYS.map((days) => ({
      days,
      clients: Number(row[`clients_${days}`]),
      paidMinor: row[`paid_${days}`],
    })),
    grown: Number(row.grown),
    stayed: Number(row.stayed),
    long: Number(row.long),
  }));
}
