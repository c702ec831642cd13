import { sql, type RawBuilder } from 'kysely';
import type { Tx } from '@mosty/kernel/context';
import type { Window } from '../domain/window.ts';

export type Deed = 'sold' | 'took_part';

/**
 * Whether a partner (a row of insight.partner_life) did it between two days. Its last day answers for the present at
 * once; the days themselves are asked only of those that also did it after the window.
 */
function didIn({ from, to }: Window, deed: Deed): RawBuilder<boolean> {
  const last = sql.ref(deed === 'sold' ? 'last_sale_on' : 'last_took_part_on');
  const days = sql.ref(deed === 'sold' ? 'sold_on' : 'took_part_on');
  return sql<boolean>`COALESCE(${last} >= ${from}::date AND (${last} < ${to}::date OR ${days} && daterange(${from}, ${to})), false)`;
}

/** One row per partner and class with a yes or no for each question: `partner_id`, `class`, and the given names. */
export function deedsOf(
  tx: Tx,
  questions: Readonly<Record<string, { readonly window: Window; readonly deed: Deed }>>,
): RawBuilder<unknown> {
  const asked = Object.entries(questions).map(
    ([name, { window, deed }]) => sql`${didIn(window, deed)} AS ${sql.ref(name)}`,
  );
  const names = Object.keys(questions).map((name) => sql`bool_or(${sql.ref(name)}) AS ${sql.ref(name)}`);
  // Answered before grouping (OFFSET 0 keeps it so): sorting the days along took longer than everything else.
  return sql`
    SELECT partner_id, class, min(first_sale_on) AS first_sale_on, max(last_sale_on) AS last_sale_on, ${sql.join(names)}
    FROM (
      SELECT partner_id, class, first_sale_on, last_sale_on, ${sql.join(asked)}
      FROM insight.partner_life WHERE workspace_id = ${tx.workspaceId}::uuid OFFSET 0
    ) one GROUP BY partner_id, class`;
}

/** An agreement launched before `end` and not ended by then. */
export function inForceAt(tx: Tx, end: string, agreement = 'a'): RawBuilder<boolean> {
  const launched = sql.ref(`${agreement}.launched_on`);
  const ended = sql.ref(`${agreement}.ended_at`);
  return sql<boolean>`(${launched} < ${end}::date AND (${ended} IS NULL OR (${ended} AT TIME ZONE ${tx.zone})::date >= ${end}::date))`;
}

/** The same on any day of a window: whoever parted with us within it stood in it too. */
export function inForceIn(tx: Tx, { from, to }: Window, agreement = 'a'): RawBuilder<boolean> {
  const launched = sql.ref(`${agreement}.launched_on`);
  const ended = sql.ref(`${agreement}.ended_at`);
  return sql<boolean>`(${launched} < ${to}::date AND (${ended} IS NULL OR (${ended} AT TIME ZONE ${tx.zone})::date > ${from}::date))`;
}

/** Whether a promise of either side in the agreement `a` was kept within the window. */
export function keptIn(tx: Tx, window: Window): RawBuilder<boolean> {
  return sql<boolean>`EXISTS (
    SELECT FROM agreements.v_promise p
    WHERE p.workspace_id = a.workspace_id AND p.agreement_id = a.id AND p.outcome = 'kept'
      AND (p.outcome_at AT TIME ZONE ${tx.zone})::date >= ${window.from}::date
      AND (p.outcome_at AT TIME ZONE ${tx.zone})::date < ${window.to}::date)`;
}
