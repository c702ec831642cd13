import { sql, type RawBuilder } from 'kysely';
import type { Tx } from '@mosty/kernel/context';
import type { BusinessDate } from '@mosty/kernel/time';
import { spansOf } from '../domain/spans.ts';

/** The days to build: some, or all there are. */
export type Days = readonly BusinessDate[] | 'all';

/** `column` (an instant) falls on one of the days. */
export function instantIn(tx: Tx, column: string, days: Days): RawBuilder<boolean> {
  if (days === 'all') return sql<boolean>`true`;
  const spans = spansOf(days, tx.zone);
  if (spans.length === 0) return sql<boolean>`false`;
  const at = sql.ref(column);
  return sql<boolean>`(${sql.join(
    spans.map(({ from, to }) => sql`(${at} >= ${from}::timestamptz AND ${at} < ${to}::timestamptz)`),
    sql` OR `,
  )})`;
}

/** `column` (a date) is one of the days. */
export function dateIn(column: string, days: Days): RawBuilder<boolean> {
  if (days === 'all') return sql<boolean>`true`;
  return sql<boolean>`${sql.ref(column)} = ANY(${[...days]}::date[])`;
}

/** The company's day that an instant falls on. */
export function dayOf(tx: Tx, column: string): RawBuilder<string> {
  return sql<string>`(${sql.ref(column)} AT TIME ZONE ${tx.zone})::date`;
}
