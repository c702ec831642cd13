import { sql } from 'kysely';
import type { Tx } from '@mosty/kernel/context';
import type { Id } from '@mosty/kernel/id';
import type { GAINS, GOAL_KINDS, GOAL_STATES } from '../contract/alliance.ts';

export interface GoalRecord {
  readonly id: Id<'alliance_goal'>;
  readonly partnerId: Id<'partner'>;
  readonly kind: (typeof GOAL_KINDS)[number];
  readonly gain: (typeof GAINS)[number];
  readonly aim: string;
  readonly proof: string;
  readonly reviewOn: string;
  readonly state: (typeof GOAL_STATES)[number];
  readonly outcome: string | null;
  readonly setAt: Date;
  readonly decidedAt: Date | null;
}

const GOAL = sql`
  SELECT id, partner_id AS "partnerId", kind, gain, aim, proof, review_on AS "reviewOn", state, outcome,
         set_at AS "setAt", decided_at AS "decidedAt"
  FROM recruiting.alliance_goal`;

export async function goalsOf(tx: Tx, partnerIds: readonly Id<'partner'>[]): Promise<GoalRecord[]> {
  const { rows } = await sql<GoalRecord>`
    ${GOAL} WHERE workspace_id = ${tx.workspaceId}::uuid AND partner_id = ANY(${partnerIds}::text[])
    ORDER BY set_at, id`.execute(tx.db);
  return rows;
}

/** Locked till the end of the transaction. */
export async function lockGoal(tx: Tx, id: Id<'alliance_goal'>): Promise<GoalRecord | null> {
  const { rows } = await sql<GoalRecord>`
    ${GOAL} WHERE workspace_id = ${tx.workspaceId}::uuid AND id = ${id} FOR UPDATE`.execute(tx.db);
  return rows[0] ?? null;
}

export async function insertGoal(tx: Tx, one: GoalRecord): Promise<void> {
  await sql`
    INSERT INTO recruiting.alliance_goal (workspace_id, id, partner_id, kind, gain, aim, proof, review_on, set_at, set_by)
    VALUES (${tx.workspaceId}::uuid, ${one.id}, ${one.partnerId}, ${one.kind}, ${one.gain}, ${one.aim}, ${one.proof},
      ${one.reviewOn}::date, ${one.setAt}, ${tx.actor.id})`.execute(tx.db);
}

export async function saveOutcome(tx: Tx, one: GoalRecord): Promise<void> {
  await sql`
    UPDATE recruiting.alliance_goal
    SET state = ${one.state}, outcome = ${one.outcome}, decided_at = ${one.decidedAt}, decided_by = ${tx.actor.id}
    WHERE workspace_id = ${tx.workspaceId}::uuid AND id = ${one.id}`.execute(tx.db);
}

export interface AllianceRow {
  readonly partner: { readonly id: Id<'partner'>; readonly name: string };
  readonly since: Date;
  readonly open: number;
  readonly reached: number;
  readonly lastReachedAt: Date | null;
  readonly lastDealAt: Date | null;
  readonly nextReviewOn: string | null;
}

/** Whoever works with us as an alliance, with what came of it; the longest silent first. */
export async function allianceRows(tx: Tx): Promise<AllianceRow[]> {
  const { rows } = await sql<Omit<AllianceRow, 'partner'> & { id: Id<'partner'>; name: string }>`
    SELECT p.id, p.name, a.since, COALESCE(g.open, 0)::int AS open, COALESCE(g.reached, 0)::int AS reached,
           g.last_reached_at AS "lastReachedAt", g.next_review_on AS "nextReviewOn", greatest(d.last_deal_at, s.last_sale_at) AS "lastDealAt"
    FROM (
      SELECT workspace_id, partner_id, min(launched_on)::timestamptz AS since FROM agreements.v_agreement
      WHERE workspace_id = ${tx.workspaceId}::uuid AND class = 'alliance' AND launched_on IS NOT NULL AND ended_at IS NULL
      GROUP BY workspace_id, partner_id
    ) a
    JOIN directory.v_partner p ON p.workspace_id = a.workspace_id AND p.id = a.partner_id
    LEFT JOIN LATERAL (
      SELECT count(*) FILTER (WHERE state = 'open') AS open, count(*) FILTER (WHERE state = 'reached') AS reached,
             max(decided_at) FILTER (WHERE state = 'reached') AS last_reached_at,
             min(review_on) FILTER (WHERE state = 'open') AS next_review_on
      FROM recruiting.alliance_goal g WHERE g.workspace_id = a.workspace_id AND g.partner_id = a.partner_id
    ) g ON true
    LEFT JOIN LATERAL (
      SELECT max(d.created_at) AS last_deal_at FROM deals.v_deal_participant dp
      JOIN deals.v_deal d ON d.workspace_id = dp.workspace_id AND d.id = dp.deal_id
      WHERE dp.workspace_id = a.workspace_id AND dp.partner_id = a.partner_id
    ) d ON true
    LEFT JOIN LATERAL (
      SELECT max(l.last_sale_on)::timestamptz AS last_sale_at FROM insight.v_partner_life l
      WHERE l.workspace_id = a.workspace_id AND l.partner_id = a.partner_id AND l.class = 'alliance'
    ) s ON true
    ORDER BY greatest(g.last_reached_at, d.last_deal_at, s.last_sale_at, a.since), p.id`.execute(tx.db);
  return rows.map(({ id, name, ...row }) => ({ ...row, partner: { id, name } }));
}

export interface AllianceSold {
  readonly partnerId: Id<'partner'>;
  readonly currency: string;
  readonly salesCount: number;
  readonly soldMinor: bigint;
}

/** Money of alliances, never of another class of the same partner (S2.3). */
export async function soldByAlliances(tx: Tx, partnerIds: readonly Id<'partner'>[]): Promise<AllianceSold[]> {
  const { rows } = await sql<AllianceSold>`
    SELECT partner_id AS "partnerId", currency, sum(sales_count)::int AS "salesCount",
           (sum(sales_minor) - sum(refunds_minor))::bigint AS "soldMinor"
    FROM insight.v_partner_day
    WHERE workspace_id = ${tx.workspaceId}::uuid AND partner_id = ANY(${partnerIds}::text[]) AND class = 'alliance'
    GROUP BY partner_id, currency HAVING sum(sales_count) > 0
    ORDER BY partner_id, currency`.execute(tx.db);
  return rows;
}
