import { sql, type RawBuilder } from 'kysely';
import type { Tx } from '@mosty/kernel/context';
import type { Window } from '../domain/window.ts';

/**
 * Whether the partner of `life` (a row of insight.partner_life) had something in the window. Its last day answers
 * for the present; only who also acted after the window has to be looked up day by day.
 */
export function actedIn(tx: Tx, window: Window, deed: 'sold' | 'took_part', life = 'life'): RawBuilder<boolean> {
  const last = sql.ref(`${life}.${deed === 'sold' ? 'last_sale_on' : 'last_took_part_on'}`);
  const count = sql.ref(deed === 'sold' ? 'd.sales_count' : 'd.took_part_count');
  return sql<boolean>`(COALESCE(${last} >= ${window.from}::date, false) AND (${last} < ${window.to}::date OR EXISTS (
    SELECT FROM insight.partner_day d
    WHERE d.workspace_id = ${tx.workspaceId}::uuid AND d.partner_id = ${sql.ref(`${life}.partner_id`)}
      AND d.day >= ${window.from}::date AND d.day < ${window.to}::date AND d.class = ${sql.ref(`${life}.class`)} AND ${count} > 0)))`;
}

/** An agreement launched before the end of the window and not ended by then. */
export function inForceAt(tx: Tx, end: string, agreement = 'a'): RawBuilder<boolean> {
  const launched = sql.ref(`${agreement}.launched_on`);
  const ended = sql.ref(`${agreement}.ended_at`);
  return sql<boolean>`(${launched} < ${end}::date AND (${ended} IS NULL OR (${ended} AT TIME ZONE ${tx.zone})::date >= ${end}::date))`;
}
