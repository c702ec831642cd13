import { sql } from 'kysely';
import type { Tx } from '@mosty/kernel/context';
import type { BusinessDate } from '@mosty/kernel/time';
import type { ReportingClass } from '../../contract/class.ts';
import type { CurveOf } from '../../contract/partner-life.ts';
import { watchedUntil, type Watched } from '../../domain/partner-life/survival.ts';
import { livesOf, spansOfLife } from './lives.ts';

/** One row per length of life, however many there are that long. */
export async function countSpans(
  tx: Tx,
  of: CurveOf,
  book: ReportingClass,
  today: BusinessDate,
): Promise<Watched[]> {
  const { rows } = await sql<Watched>`
    SELECT days, stopped, count(*)::int AS number FROM (${spansOfLife(tx, of, book, today)}) span
    GROUP BY days, stopped`.execute(tx.db);
  return rows;
}

/** Partners that are on no curve: those that never sold, and those that began to sell too lately. */
export async function countUnseen(
  tx: Tx,
  book: ReportingClass,
  today: BusinessDate,
): Promise<{ neverSold: number; tooYoung: number; since: BusinessDate | null }> {
  const { rows } = await sql<{ neverSold: number; tooYoung: number; since: BusinessDate | null }>`
    SELECT count(*) FILTER (WHERE first_on IS NULL)::int AS "neverSold", min(first_on) AS since,
           count(*) FILTER (WHERE first_on > ${watchedUntil(today)}::date)::int AS "tooYoung"
    FROM (${livesOf(tx, book)}) life`.execute(tx.db);
  return rows[0] ?? { neverSold: 0, tooYoung: 0, since: null };
}
