import { sql, type RawBuilder } from 'kysely';
import type { Tx } from '@mosty/kernel/context';
import { addDays, startOfDay } from '@mosty/kernel/time';
import { ELSEWHERE } from '../../contract/partner-life.ts';
import type { Window } from '../../domain/window.ts';
import type { Asked } from './steady.ts';

/** S1.27: nobody led by hand is left a month without a touch; as many days as the page of touches takes. */
export const SILENT_DAYS = 30;

/**
 * Every partner the class answers for, with the time told of it in the window and what it brought in it: `partner_id`,
 * `track`, `kind`, `stage`, `touches`, `minutes`, `paid`, `at_work`, `untouched`, `last_on`. A partner of two classes
 * belongs to the one it works in now, the outside network first, and its hours with it; what it brought in this class
 * stands on the line of those counted elsewhere. Who has no agreement yet is being won for the outside network.
 */
export function effortOf(tx: Tx, asked: Asked, window: Window): RawBuilder<unknown> {
  const since = startOfDay(window.from, tx.zone);
  const until = startOfDay(window.to, tx.zone);
  // Of today, the last day of the window.
  const lately = startOfDay(addDays(window.to, -1 - SILENT_DAYS), tx.zone);
  const home = sql`COALESCE(c.class, 'partner_sales') = ${asked.class}`;
  const ofHome = (value: RawBuilder<unknown>) => sql`CASE WHEN ${home} THEN ${value} ELSE ${ELSEWHERE} END`;
  const atHome = (value: RawBuilder<unknown>) => sql`CASE WHEN ${home} THEN COALESCE(${value}, 0) ELSE 0 END`;
  // Of the agreement it works under now; asked of the few that have several.
  const present = (column: 'class' | 'kind') => sql`
    SELECT one.${sql.ref(column)} FROM agreements.v_agreement one
    WHERE one.workspace_id = ${tx.workspaceId}::uuid AND one.partner_id = told.partner_id
    ORDER BY (one.ended_at IS NULL) DESC, (one.class = 'partner_sales') DESC, one.class, one.accepted_at, one.id LIMIT 1`;
  return sql`
    SELECT p.id AS partner_id, ${ofHome(sql`p.track`)} AS track, ${ofHome(sql`COALESCE(c.kind, 'none')`)} AS kind,
           ${ofHome(sql`COALESCE(s.stage, 'none')`)} AS stage, ${atHome(sql`t.touches`)} AS touches, ${atHome(sql`t.minutes`)} AS minutes,
           COALESCE(d.paid, 0) AS paid, ${home} AND p.archived_at IS NULL AND h.partner_id IS NOT NULL AS at_work,
           ${home} AND p.archived_at IS NULL AND h.partner_id IS NOT NULL AND COALESCE(t.last_at < ${lately}::timestamptz, true) AS untouched,
           (t.last_at AT TIME ZONE ${tx.zone})::date AS last_on
    FROM directory.v_partner p
    LEFT JOIN (
      SELECT partner_id, CASE WHEN count(*) = 1 THEN min(class) ELSE (${present('class')}) END AS class,
             CASE WHEN count(*) = 1 THEN min(kind) ELSE (${present('kind')}) END AS kind
      FROM agreements.v_agreement told WHERE workspace_id = ${tx.workspaceId}::uuid GROUP BY partner_id
    ) c ON c.partner_id = p.id
    LEFT JOIN (SELECT partner_id, stage FROM lifecycle.v_standing WHERE workspace_id = ${tx.workspaceId}::uuid) s ON s.partner_id = p.id
    LEFT JOIN (SELECT partner_id FROM lifecycle.v_led_by_hand WHERE workspace_id = ${tx.workspaceId}::uuid) h ON h.partner_id = p.id
    LEFT JOIN (
      SELECT partner_id, count(*)::int AS touches, sum(minutes)::int AS minutes, max(at) AS last_at FROM rhythm.v_touch
      WHERE workspace_id = ${tx.workspaceId}::uuid AND at >= ${since}::timestamptz AND at < ${until}::timestamptz
      GROUP BY partner_id
    ) t ON t.partner_id = p.id
    LEFT JOIN (
      SELECT partner_id, sum(sales_minor - refunds_minor)::bigint AS paid FROM insight.partner_day
      WHERE workspace_id = ${tx.workspaceId}::uuid AND class = ${asked.class} AND currency = ${asked.currency}
        AND day >= ${window.from}::date AND day < ${window.to}::date
      GROUP BY partner_id
    ) d ON d.partner_id = p.id
    WHERE p.workspace_id = ${tx.workspaceId}::uuid AND (${home} OR d.partner_id IS NOT NULL)
      AND (p.archived_at IS NULL OR t.partner_id IS NOT NULL OR d.partner_id IS NOT NULL)`;
}

export interface EffortGroup {
  readonly track: string | null;
  readonly kind: string | null;
  readonly stage: string | null;
  readonly partners: number;
  readonly touched: number;
  readonly touches: number;
  readonly minutes: number;
  readonly paidMinor: bigint;
  readonly atWork: number;
  readonly untouched: number;
}

export async function selectEffort(tx: Tx, asked: Asked, window: Window): Promise<EffortGroup[]> {
  const { rows } = await sql<EffortGroup>`
    SELECT track, kind, stage, count(*)::int AS partners, count(*) FILTER (WHERE touches > 0)::int AS touched,
           COALESCE(sum(touches), 0)::int AS touches, COALESCE(sum(minutes), 0)::int AS minutes,
           COALESCE(sum(paid), 0)::bigint AS "paidMinor",
           count(*) FILTER (WHERE at_work)::int AS "atWork", count(*) FILTER (WHERE untouched)::int AS untouched
    FROM (${effortOf(tx, asked, window)}) one GROUP BY GROUPING SETS ((), (track), (kind), (stage))`.execute(
    tx.db,
  );
  return rows;
}
