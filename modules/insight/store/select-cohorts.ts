import { sql } from 'kysely';
import type { Tx } from '@mosty/kernel/context';
import { firstDay, type BusinessDate } from '@mosty/kernel/time';
import type { Book } from '../contract/class.ts';
import { cohortEnd, HORIZONS_DAYS, type Cohort } from '../domain/metrics/client-value.ts';
import { prepared } from './prepared.ts';

export interface CohortsOfBook {
  readonly class: Book;
  readonly cohorts: readonly Cohort[];
  readonly since: BusinessDate;
  /** Everybody who ever paid and came this way. */
  readonly clients: number;
}

/** Clients of the months that have lived through each horizon by `today`, and what they paid within it. */
export async function selectCohorts(tx: Tx, today: BusinessDate, currency: string): Promise<CohortsOfBook[]> {
  const sums = HORIZONS_DAYS.map((days) => {
    const old = sql`month < ${firstDay(cohortEnd(today, days))}::date`;
    const paid = sql.ref(`came_paid_${days}_minor`);
    return sql`COALESCE(sum(clients_came) FILTER (WHERE ${old}), 0)::bigint AS ${sql.ref(`clients_${days}`)},
               COALESCE(sum(${paid}) FILTER (WHERE ${old}), 0)::bigint AS ${sql.ref(`paid_${days}`)}`;
  });
  const rows = await prepared(
    tx,
    sql<{ class: Book; since: BusinessDate; clients: bigint } & Record<string, bigint>>`
    SELECT class, min(month) AS since, sum(clients_came)::bigint AS clients, ${sql.join(sums)}
    FROM insight.class_month
    WHERE workspace_id = ${tx.workspaceId}::uuid AND currency = ${currency} AND clients_came > 0
    GROUP BY class`,
  );
  return rows.map((row) => ({
    class: row.class,
    since: row.since,
    clients: Number(row.clients),
    cohorts: HORIZONS_DAYS.map((days) => ({
      horizonDays: days,
      clients: Number(row[`clients_${days}`]),
      paidMinor: row[`paid_${days}`] ?? 0n,
    })),
  }));
}
