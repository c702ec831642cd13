import { sql } from 'kysely';
import type { Tx } from '@mosty/kernel/context';
import type { BusinessDate } from '@mosty/kernel/time';
import { CLASSES, type ReportingClass } from '../contract/class.ts';
import { activityWindow, type Window } from '../domain/window.ts';
import { silentSince } from '../domain/zones.ts';
import { deedsOf, inForceAt, keptIn } from './deeds.ts';
import { prepared } from './prepared.ts';

/** The partners of one class, counted. Working: with an agreement in force at the end of the window. */
export interface Network {
  readonly working: number;
  readonly workingBefore: number;
  /** Sold within the activity window that ends with the window, and with the one before. */
  readonly active: number;
  readonly activeBefore: number;
  /** Launched before the silence began, and nothing of their own sold since. */
  readonly silent: number;
  /** Brought a paid sale in the window, with an agreement still in force or not. */
  readonly sold: number;
  /** Implemented, advised or expanded in the window and brought nothing of their own. */
  readonly tookPart: number;
  /** Nothing sold of their own in the half-year, but a promise kept: influence. */
  readonly promisesKept: number;
  /** Old enough, and in the half-year neither a deal in any role nor a kept promise (S2.24). */
  readonly logosOnly: number;
  /** With an agreement accepted by both, now or ever. */
  readonly accepted: number;
  readonly acceptedSince: BusinessDate | null;
  /** Days from that acceptance to the first paid deal, of each that sold. */
  readonly daysToFirstSale: readonly number[];
}

type Count = Exclude<keyof Network, 'acceptedSince' | 'daysToFirstSale'>;
type Counts = Readonly<Record<Count, bigint>> & {
  readonly acceptedSince: BusinessDate | null;
  readonly daysToFirstSale: number[] | null;
};
export type Networks = Readonly<Record<ReportingClass, Network>>;

export async function selectNetwork(
  tx: Tx,
  window: Window,
  before: Window,
  medianCycleDays: number | null,
): Promise<Networks> {
  const since = silentSince(window.to);
  const silence = { from: since, to: window.to };
  const rows = await prepared(
    tx,
    sql<Counts & { class: ReportingClass }>`
    WITH agreement AS (
      SELECT a.partner_id, a.class COLLATE "C" AS class, bool_or(${inForceAt(tx, window.to)}) AS works, bool_or(${inForceAt(tx, before.to)}) AS worked,
             min(a.launched_on) FILTER (WHERE ${inForceAt(tx, window.to)}) AS launched_on,
             min((a.accepted_at AT TIME ZONE ${tx.zone})::date) AS accepted_on,
             bool_or(${inForceAt(tx, window.to)} AND a.class = 'alliance' AND ${keptIn(tx, silence)}) AS kept
      FROM agreements.v_agreement a
      WHERE a.workspace_id = ${tx.workspaceId}::uuid AND a.accepted_at IS NOT NULL
      GROUP BY a.partner_id, a.class COLLATE "C"
    ), deed AS (
      ${deedsOf(tx, {
        sold: { window, deed: 'sold' },
        took_part: { window, deed: 'took_part' },
        active: { window: activityWindow(window.to, medianCycleDays), deed: 'sold' },
        active_before: { window: activityWindow(before.to, medianCycleDays), deed: 'sold' },
        sold_lately: { window: silence, deed: 'sold' },
        took_part_lately: { window: silence, deed: 'took_part' },
      })}
    ), partner AS (
      SELECT class, works, worked, launched_on < ${since}::date AS old, COALESCE(kept, false) AS kept, accepted_on,
             COALESCE(sold, false) AS sold, COALESCE(took_part, false) AS took_part, active, active_before,
             COALESCE(sold_lately, false) AS sold_lately, COALESCE(took_part_lately, false) AS took_part_lately,
             first_sale_on, GREATEST(first_sale_on - accepted_on, 0) AS days
      FROM agreement FULL JOIN deed USING (partner_id, class)
    )
    SELECT class, count(*) FILTER (WHERE works) AS working, count(*) FILTER (WHERE worked) AS "workingBefore",
           count(*) FILTER (WHERE works AND active) AS active, count(*) FILTER (WHERE worked AND active_before) AS "activeBefore",
           count(*) FILTER (WHERE works AND old AND NOT sold_lately) AS silent,
           count(*) FILTER (WHERE sold) AS sold, count(*) FILTER (WHERE took_part AND NOT sold) AS "tookPart",
           count(*) FILTER (WHERE works AND kept AND NOT sold_lately) AS "promisesKept",
           count(*) FILTER (WHERE works AND old AND NOT kept AND NOT sold_lately AND NOT took_part_lately) AS "logosOnly",
           count(accepted_on) AS accepted, min(accepted_on) AS "acceptedSince",
           array_agg(days) FILTER (WHERE accepted_on IS NOT NULL AND first_sale_on IS NOT NULL) AS "daysToFirstSale"
    FROM partner GROUP BY class`,
  );
  const found = new Map(rows.map((row) => [row.class, row]));
  return Object.fromEntries(CLASSES.map((name) => [name, networkOf(found.get(name))])) as Record<
    ReportingClass,
    Network
  >;
}

function networkOf(row: Counts | undefined): Network {
  const count = (name: Count): number => Number(row?.[name] ?? 0n);
  return {
    working: count('working'),
    workingBefore: count('workingBefore'),
    active: count('active'),
    activeBefore: count('activeBefore'),
    silent: count('silent'),
    sold: count('sold'),
    tookPart: count('tookPart'),
    promisesKept: count('promisesKept'),
    logosOnly: count('logosOnly'),
    accepted: count('accepted'),
    acceptedSince: row?.acceptedSince ?? null,
    daysToFirstSale: row?.daysToFirstSale ?? [],
  };
}
