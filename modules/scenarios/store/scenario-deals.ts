import { sql } from 'kysely';
import type { Tx } from '@mosty/kernel/context';
import type { ScenarioDeal } from '../contract.ts';

/** How many deals go by each scenario, and how many of them were won. */
export async function countDeals(
  tx: Tx,
  scenarioIds: readonly string[],
): Promise<Map<string, { deals: number; won: number }>> {
  if (scenarioIds.length === 0) return new Map();
  const { rows } = await sql<{ id: string; deals: number; won: number }>`
    SELECT s.scenario_id AS id, count(*)::int AS deals, count(*) FILTER (WHERE d.outcome = 'won')::int AS won
    FROM scenarios.scenario_deal s
    JOIN deals.v_deal d ON d.workspace_id = s.workspace_id AND d.id = s.deal_id
    WHERE s.workspace_id = ${tx.workspaceId}::uuid AND s.scenario_id = ANY(${scenarioIds}::text[])
    GROUP BY s.scenario_id`.execute(tx.db);
  return new Map(rows.map(({ id, deals, won }) => [id, { deals, won }]));
}

/** Deals that go by the scenario, newest first, each in the class of its source: classes are never summed (S2.3). */
export async function dealsOfScenario(tx: Tx, scenarioId: string): Promise<ScenarioDeal[]> {
  const { rows } = await sql<Omit<ScenarioDeal, 'amountMinor'> & { amountMinor: bigint | null }>`
    SELECT d.id AS "dealId", d.number, d.title, d.stage, d.outcome, d.amount_minor AS "amountMinor", d.currency,
           s.effect, s.evidence, s.measured_on AS "measuredOn",
           (SELECT p.class FROM deals.v_deal_participant p
            WHERE p.workspace_id = d.workspace_id AND p.deal_id = d.id AND p.role = 'source' LIMIT 1) AS class
    FROM scenarios.scenario_deal s
    JOIN deals.v_deal d ON d.workspace_id = s.workspace_id AND d.id = s.deal_id
    WHERE s.workspace_id = ${tx.workspaceId}::uuid AND s.scenario_id = ${scenarioId}
    ORDER BY s.added_at DESC, d.id DESC`.execute(tx.db);
  return rows.map((row) => ({
    ...row,
    amountMinor: row.amountMinor === null ? null : Number(row.amountMinor),
  }));
}

export async function dealExists(tx: Tx, dealId: string): Promise<boolean> {
  const { rows } = await sql`
    SELECT id FROM deals.v_deal WHERE workspace_id = ${tx.workspaceId}::uuid AND id = ${dealId}`.execute(
    tx.db,
  );
  return rows.length > 0;
}

/** The scenario by which the deal goes already; null: ours now does. */
export async function insertDeal(tx: Tx, scenarioId: string, dealId: string): Promise<string | null> {
  const { rows } = await sql<{ id: string }>`
    INSERT INTO scenarios.scenario_deal (workspace_id, deal_id, scenario_id, added_at, added_by)
    VALUES (${tx.workspaceId}::uuid, ${dealId}, ${scenarioId}, ${tx.now()}, ${tx.actor.id})
    ON CONFLICT (workspace_id, deal_id) DO NOTHING RETURNING scenario_id AS id`.execute(tx.db);
  if (rows.length > 0) return null;
  const other = await sql<{ id: string }>`
    SELECT scenario_id AS id FROM scenarios.scenario_deal
    WHERE workspace_id = ${tx.workspaceId}::uuid AND deal_id = ${dealId}`.execute(tx.db);
  return other.rows[0]?.id ?? null;
}

export async function deleteDeal(tx: Tx, scenarioId: string, dealId: string): Promise<boolean> {
  const { rows } = await sql`
    DELETE FROM scenarios.scenario_deal
    WHERE workspace_id = ${tx.workspaceId}::uuid AND scenario_id = ${scenarioId} AND deal_id = ${dealId}
    RETURNING deal_id`.execute(tx.db);
  return rows.length > 0;
}

export async function saveEffect(
  tx: Tx,
  where: { readonly scenarioId: string; readonly dealId: string },
  told: { readonly effect: string; readonly evidence: string; readonly measuredOn: string },
): Promise<boolean> {
  const { rows } = await sql`
    UPDATE scenarios.scenario_deal
    SET effect = ${told.effect}, evidence = ${told.evidence}, measured_on = ${told.measuredOn}::date
    WHERE workspace_id = ${tx.workspaceId}::uuid AND scenario_id = ${where.scenarioId} AND deal_id = ${where.dealId}
    RETURNING deal_id`.execute(tx.db);
  return rows.length > 0;
}
