import { sql, type RawBuilder } from 'kysely';
import type { Tx } from '@mosty/kernel/context';
import type { Window } from '../domain/window.ts';

export type Deed = 'sold' | 'took_part';

/** One row per partner and class with a yes or no for each question: `partner_id`, `class`, and the given names. */
export function deedsOf(
  tx: Tx,
  questions: Readonly<Record<string, { readonly window: Window; readonly deed: Deed }>>,
): RawBuilder<unknown> {
  const answers = Object.entries(questions).map(([name, { window, deed }]) => {
    const days = sql.ref(deed === 'sold' ? 'sold_on' : 'took_part_on');
    return sql`bool_or(${days} && daterange(${window.from}, ${window.to})) AS ${sql.ref(name)}`;
  });
  return sql`
    SELECT partner_id, class, min(first_sale_on) AS first_sale_on, max(last_sale_on) AS last_sale_on, ${sql.join(answers)}
    FROM insight.partner_life WHERE workspace_id = ${tx.workspaceId}::uuid GROUP BY partner_id, class`;
}

/** An agreement launched before `end` and not ended by then. */
export function inForceAt(tx: Tx, end: string, agreement = 'a'): RawBuilder<boolean> {
  const launched = sql.ref(`${agreement}.launched_on`);
  const ended = sql.ref(`${agreement}.ended_at`);
  return sql<boolean>`(${launched} < ${end}::date AND (${ended} IS NULL OR (${ended} AT TIME ZONE ${tx.zone})::date >= ${end}::date))`;
}

/** Whether a promise of either side in the agreement `a` was kept within the window. */
export function keptIn(tx: Tx, window: Window): RawBuilder<boolean> {
  return sql<boolean>`EXISTS (
    SELECT FROM agreements.v_promise p
    WHERE p.workspace_id = a.workspace_id AND p.agreement_id = a.id AND p.outcome = 'kept'
      AND (p.outcome_at AT TIME ZONE ${tx.zone})::date >= ${window.from}::date
      AND (p.outcome_at AT TIME ZONE ${tx.zone})::date < ${window.to}::date)`;
}
