import { sql } from 'kysely';
import type { Tx } from '@mosty/kernel/context';
import { CLASSES, type ReportingClass } from '../contract/class.ts';
import { activityWindow, type Window } from '../domain/window.ts';
import { silentSince } from '../domain/zones.ts';
import { actedIn, inForceAt } from './sold-between.ts';

interface ClassRow {
  readonly class: ReportingClass;
  readonly working: bigint;
  readonly active: bigint;
  readonly active_before: bigint;
  readonly working_before: bigint;
  readonly silent: bigint;
}

/** Working partners of one class: those with an agreement in force at the end of the window. */
export interface Network {
  readonly working: number;
  readonly workingBefore: number;
  /** Sold within the activity window that ends with the window, and with the one before. */
  readonly active: number;
  readonly activeBefore: number;
  /** Launched before the silence began, and nothing of their own sold since. */
  readonly silent: number;
}

const NOBODY: Network = { working: 0, workingBefore: 0, active: 0, activeBefore: 0, silent: 0 };

export async function selectNetwork(
  tx: Tx,
  window: Window,
  before: Window,
  medianCycleDays: number | null,
): Promise<Readonly<Record<ReportingClass, Network>>> {
  const since = silentSince(window.to);
  const silence = { from: since, to: window.to };
  const { rows } = await sql<ClassRow>`
    WITH agreement AS (
      SELECT a.partner_id, a.class, bool_or(${inForceAt(tx, window.to)}) AS works, bool_or(${inForceAt(tx, before.to)}) AS worked,
             min(a.launched_on) FILTER (WHERE ${inForceAt(tx, window.to)}) AS launched_on
      FROM agreements.v_agreement a
      WHERE a.workspace_id = ${tx.workspaceId}::uuid AND a.launched_on IS NOT NULL
      GROUP BY a.partner_id, a.class
    ), life AS (
      SELECT partner_id, class, max(last_sale_on) AS last_sale_on
      FROM insight.partner_life WHERE workspace_id = ${tx.workspaceId}::uuid GROUP BY partner_id, class
    )
    SELECT agreement.class,
           count(*) FILTER (WHERE works) AS working, count(*) FILTER (WHERE worked) AS working_before,
           count(*) FILTER (WHERE works AND ${actedIn(tx, activityWindow(window.to, medianCycleDays), 'sold')}) AS active,
           count(*) FILTER (WHERE worked AND ${actedIn(tx, activityWindow(before.to, medianCycleDays), 'sold')}) AS active_before,
           count(*) FILTER (WHERE works AND agreement.launched_on < ${since}::date AND NOT ${actedIn(tx, silence, 'sold')}) AS silent
    FROM agreement LEFT JOIN life ON life.partner_id = agreement.partner_id AND life.class = agreement.class
    GROUP BY agreement.class`.execute(tx.db);
  const found = new Map(rows.map((row) => [row.class, row]));
  return Object.fromEntries(CLASSES.map((name) => [name, networkOf(found.get(name))])) as Record<ReportingClass, Network>;
}

function networkOf(row: ClassRow | undefined): Network {
  if (!row) return NOBODY;
  return {
    working: Number(row.working),
    workingBefore: Number(row.working_before),
    active: Number(row.active),
    activeBefore: Number(row.active_before),
    silent: Number(row.silent),
  };
}
