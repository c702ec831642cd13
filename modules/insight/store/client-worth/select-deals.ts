import { sql } from 'kysely';
import type { Tx } from '@mosty/kernel/context';
import type { Book } from '../../contract/class.ts';
import type { Window } from '../../domain/window.ts';
import { prepared } from '../prepared.ts';
import { closedDeals } from './closed-deals.ts';

export interface DealsOf {
  readonly class: Book;
  readonly by: 'all' | 'kind';
  readonly kind: string | null;
  readonly closed: number;
  readonly won: number;
  /** Won ones of which it is known how long they took. */
  readonly timed: number;
  readonly median: number | null;
  readonly p75: number | null;
  readonly paidMinor: bigint;
  /** Won ones that became at least one sale. */
  readonly paidDeals: number;
  readonly expanded: number;
}

/** How long deals take, how many are won, and what is sold to those who bought already (S0.7, S3.33). */
export function selectDeals(tx: Tx, window: Window, currency: string): Promise<DealsOf[]> {
  const won = sql`FILTER (WHERE outcome = 'won')`;
  return prepared(
    tx,
    sql<DealsOf>`
    SELECT class, CASE WHEN GROUPING(kind) = 0 THEN 'kind' ELSE 'all' END AS by, kind, count(*)::int AS closed,
           (count(*) ${won})::int AS won,
           (count(days) ${won})::int AS timed,
           (percentile_disc(0.5) WITHIN GROUP (ORDER BY days) ${won})::int AS median,
           (percentile_disc(0.75) WITHIN GROUP (ORDER BY days) ${won})::int AS p75,
           COALESCE(sum(paid_minor) ${won}, 0)::bigint AS "paidMinor",
           (count(*) FILTER (WHERE outcome = 'won' AND sales > 0))::int AS "paidDeals",
           (count(*) FILTER (WHERE outcome = 'won' AND expanded))::int AS expanded
    FROM (${closedDeals(tx, window, currency)}) deal
    GROUP BY GROUPING SETS ((class), (class, kind))`,
  );
}

export interface ScenarioOf {
  /** NULL: deals that go by no scenario. */
  readonly scenarioId: string | null;
  readonly title: string | null;
  readonly class: Book;
  readonly closed: number;
  readonly won: number;
  readonly paidMinor: bigint;
  readonly paidDeals: number;
  readonly effects: number;
}

/** What came of deals that go by each scenario, beside those that go by none (S3.46). */
export function selectScenarios(tx: Tx, window: Window, currency: string): Promise<ScenarioOf[]> {
  return prepared(
    tx,
    sql<ScenarioOf>`
    SELECT s.scenario_id AS "scenarioId", max(v.title) AS title, deal.class, count(*)::int AS closed,
           (count(*) FILTER (WHERE deal.outcome = 'won'))::int AS won,
           COALESCE(sum(deal.paid_minor) FILTER (WHERE deal.outcome = 'won'), 0)::bigint AS "paidMinor",
           (count(*) FILTER (WHERE deal.outcome = 'won' AND deal.sales > 0))::int AS "paidDeals",
           count(s.measured_on)::int AS effects
    FROM (${closedDeals(tx, window, currency)}) deal
    LEFT JOIN scenarios.v_scenario_deal s ON s.workspace_id = ${tx.workspaceId}::uuid AND s.deal_id = deal.id
    LEFT JOIN scenarios.v_scenario v ON v.workspace_id = ${tx.workspaceId}::uuid AND v.id = s.scenario_id
    GROUP BY s.scenario_id, deal.class
    ORDER BY s.scenario_id NULLS LAST, deal.class`,
  );
}
