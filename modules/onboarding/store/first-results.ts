import { sql } from 'kysely';
import type { Tx } from '@mosty/kernel/context';
import type { BusinessDate } from '@mosty/kernel/time';
import type { FirstResult } from '../contract/launch.ts';
import type { Part } from '../contract/path.ts';

export interface Reached {
  readonly partnerId: string;
  readonly kind: FirstResult;
  readonly on: BusinessDate;
}

/** The first thing that came of each launch since it began: a paid sale, money that came, a live talk (S1.18). */
export async function firstResults(tx: Tx, launchIds: readonly string[]): Promise<Map<string, Reached>> {
  if (launchIds.length === 0) return new Map();
  const { rows } = await sql<Reached>`
    WITH way AS (
      SELECT id, partner_id, began_on FROM onboarding.launch
      WHERE workspace_id = ${tx.workspaceId}::uuid AND id = ANY(${launchIds}::text[]) AND began_on IS NOT NULL),
    found AS (
      SELECT w.partner_id, 'sale' AS kind, (s.occurred_at AT TIME ZONE ${tx.zone})::date AS "on" FROM way w
      JOIN attribution.v_participant p ON p.workspace_id = ${tx.workspaceId}::uuid AND p.partner_id = w.partner_id
        AND p.sale_id IS NOT NULL
      JOIN deals.v_sale s ON s.workspace_id = p.workspace_id AND s.id = p.sale_id
      WHERE (s.occurred_at AT TIME ZONE ${tx.zone})::date >= w.began_on
      UNION ALL
      SELECT w.partner_id, 'payout', (a.paid_at AT TIME ZONE ${tx.zone})::date FROM way w
      JOIN incentives.v_accrual a ON a.workspace_id = ${tx.workspaceId}::uuid AND a.partner_id = w.partner_id
      WHERE a.paid_at IS NOT NULL AND (a.paid_at AT TIME ZONE ${tx.zone})::date >= w.began_on
      UNION ALL
      SELECT w.partner_id, 'thread', (t.done_at AT TIME ZONE ${tx.zone})::date FROM way w
      JOIN onboarding.step t ON t.workspace_id = ${tx.workspaceId}::uuid AND t.launch_id = w.id
      WHERE t.code = 'live_thread' AND t.done_at IS NOT NULL)
    SELECT DISTINCT ON (partner_id) partner_id AS "partnerId", kind, "on" FROM found
    ORDER BY partner_id, "on", kind`.execute(tx.db);
  return new Map(rows.map((row) => [row.partnerId, row]));
}

/** Fewer say nothing of a kind. */
const COHORT_MIN = 3;

/** Median of days from the day of launch to the first paid sale, by kind, of agreements of two years. */
export async function medianDays(tx: Tx, today: BusinessDate): Promise<Map<string, number>> {
  const { rows } = await sql<{ kind: string; days: number }>`
    WITH cohort AS (
      SELECT a.id, a.kind, a.launched_on, (
        SELECT min(s.occurred_at) FROM attribution.v_participant p
        JOIN deals.v_sale s ON s.workspace_id = p.workspace_id AND s.id = p.sale_id
        WHERE p.workspace_id = a.workspace_id AND p.agreement_id = a.id AND p.partner_id = a.partner_id) AS first_at
      FROM agreements.v_agreement a
      WHERE a.workspace_id = ${tx.workspaceId}::uuid AND a.launched_on > ${today}::date - 730)
    SELECT kind, round(percentile_cont(0.5) WITHIN GROUP (
      ORDER BY greatest(0, (first_at AT TIME ZONE ${tx.zone})::date - launched_on)))::int AS days
    FROM cohort WHERE first_at IS NOT NULL GROUP BY kind HAVING count(*) >= ${COHORT_MIN}`.execute(tx.db);
  return new Map(rows.map(({ kind, days }) => [kind, days]));
}

export interface DropOff {
  readonly code: string;
  readonly part: Part;
  readonly ru: string;
  readonly en: string;
  readonly launches: number;
  readonly done: number;
  readonly waiting: number;
  readonly left: number;
}

/** Of launches of a year, by step: how many had it, did it, wait at it now, or left at it (S1.17). */
export async function dropOff(tx: Tx, since: BusinessDate): Promise<DropOff[]> {
  const { rows } = await sql<DropOff>`
    WITH way AS (
      SELECT l.id, l.outcome, (
        SELECT t.code FROM onboarding.step t
        WHERE t.workspace_id = l.workspace_id AND t.launch_id = l.id AND t.done_at IS NULL
        ORDER BY t.position LIMIT 1) AS at_step
      FROM onboarding.launch l
      WHERE l.workspace_id = ${tx.workspaceId}::uuid AND l.began_on >= ${since}::date)
    SELECT t.code, (array_agg(t.part ORDER BY t.launch_id DESC))[1] AS part,
      (array_agg(t.told->'ru'->>'title' ORDER BY t.launch_id DESC))[1] AS ru,
      (array_agg(t.told->'en'->>'title' ORDER BY t.launch_id DESC))[1] AS en,
      count(*)::int AS launches, count(t.done_at)::int AS done,
      count(*) FILTER (WHERE w.at_step = t.code AND w.outcome IS NULL)::int AS waiting,
      count(*) FILTER (WHERE w.at_step = t.code AND w.outcome = 'left')::int AS "left"
    FROM way w JOIN onboarding.step t ON t.workspace_id = ${tx.workspaceId}::uuid AND t.launch_id = w.id
    GROUP BY t.code ORDER BY min(t.position), t.code`.execute(tx.db);
  return rows;
}
