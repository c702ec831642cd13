import { sql } from 'kysely';
import type { Tx } from '@mosty/kernel/context';
import type { WaitingRow } from '../domain/rules/answer-waiting.ts';
import type { StuckRow } from '../domain/rules/deal-stuck.ts';
import type { EmptyRow } from '../domain/rules/empty-role.ts';

/** What a stage says of a deal: how likely it is won, and whose move it is. */
export interface StageOdds {
  readonly code: string;
  readonly probabilityPpm: number;
  readonly turn: string;
}

const asRows = (stages: readonly StageOdds[]) =>
  sql`jsonb_to_recordset(${JSON.stringify(stages)}::jsonb) AS s(code text, "probabilityPpm" int, turn text)`;

/** Claims nobody decided and clients handed over that nobody took or refused. */
export async function waitingForUs(tx: Tx, stages: readonly StageOdds[]): Promise<WaitingRow[]> {
  const { rows } = await sql<WaitingRow>`
    SELECT c.id AS subject, 'claim' AS what, c.claimant_partner_id AS "partnerId",
      COALESCE(v.amount_minor, d.amount_minor, 0) AS "amountMinor", 1000000 AS "probabilityPpm",
      (c.respond_by AT TIME ZONE ${tx.zone})::date AS "answerBy"
    FROM attribution.v_claim c
    LEFT JOIN deals.v_sale v ON v.workspace_id = c.workspace_id AND v.id = c.sale_id
    LEFT JOIN deals.v_deal d ON d.workspace_id = c.workspace_id AND d.id = c.deal_id
    WHERE c.workspace_id = ${tx.workspaceId}::uuid AND c.state IN ('open', 'answered') AND c.claimant_partner_id IS NOT NULL
    UNION ALL
    SELECT d.id, 'registration', d.partner_id, COALESCE(d.amount_minor, 0), COALESCE(s."probabilityPpm", 100000), NULL
    FROM deals.v_deal d LEFT JOIN ${asRows(stages)} ON s.code = d.stage
    WHERE d.workspace_id = ${tx.workspaceId}::uuid AND d.registration = 'pending' AND d.partner_id IS NOT NULL
      AND d.closed_at IS NULL`.execute(tx.db);
  return rows;
}

/** Open deals of partners with whose move it is. */
export async function openDeals(tx: Tx, stages: readonly StageOdds[]): Promise<StuckRow[]> {
  const { rows } = await sql<StuckRow>`
    SELECT d.id AS "dealId", d.number, d.partner_id AS "partnerId", COALESCE(d.amount_minor, 0) AS "amountMinor",
      s."probabilityPpm", (d.moved_at AT TIME ZONE ${tx.zone})::date AS "movedOn", s.turn
    FROM deals.v_deal d JOIN ${asRows(stages)} ON s.code = d.stage
    WHERE d.workspace_id = ${tx.workspaceId}::uuid AND d.closed_at IS NULL AND d.partner_id IS NOT NULL
      AND d.registration IN ('approved', 'none') AND s.turn <> 'us'`.execute(tx.db);
  return rows;
}

/** Empty seats of scenarios in which somebody sits already; whoever sits first waits for the missing one. */
export async function emptySeats(tx: Tx): Promise<EmptyRow[]> {
  const { rows } = await sql<EmptyRow>`
    SELECT DISTINCT ON (e.scenario_id, e.role) e.scenario_id AS "scenarioId", e.role, c.title, a.partner_id AS "partnerId"
    FROM scenarios.v_seat e
    JOIN scenarios.v_scenario c ON c.workspace_id = e.workspace_id AND c.id = e.scenario_id AND c.archived_at IS NULL
    JOIN scenarios.v_seat o ON o.workspace_id = e.workspace_id AND o.scenario_id = e.scenario_id
    JOIN agreements.v_agreement a ON a.workspace_id = o.workspace_id AND a.id = o.agreement_id AND a.ended_at IS NULL
    WHERE e.workspace_id = ${tx.workspaceId}::uuid AND e.agreement_id IS NULL
    ORDER BY e.scenario_id, e.role, o.position`.execute(tx.db);
  return rows;
}
