import { sql } from 'kysely';
import type { Tx } from '@mosty/kernel/context';
import type { BusinessDate } from '@mosty/kernel/time';
import type { Facts } from '../domain/judge.ts';

/** Materials nobody confirmed for so long are stale. */
const FRESH_DAYS = 90;

/** Partners are asked each half-year; a month more is no lapse. */
const ASKED_DAYS = 215;

/** Everything the program sees by itself, in one question: each part is a count over roll-ups or lists of the team. */
export async function countFacts(tx: Tx, today: BusinessDate): Promise<Facts> {
  const ws = sql`${tx.workspaceId}::uuid`;
  const day = sql`${today}::date`;
  const { rows } = await sql<Record<string, number>>`
    SELECT
      (SELECT count(*) FROM recruiting.v_mention m WHERE m.workspace_id = ${ws} AND m.said_at > ${tx.now()}::timestamptz - interval '180 days')::int AS names_heard,
      (SELECT count(*) FROM lifecycle.v_standing s WHERE s.workspace_id = ${ws} AND NOT s.taken_over
         AND s.stage IN ('approved', 'agreed', 'launch', 'pilot', 'working', 'paused', 'review'))::int AS gates_used,
      (SELECT count(DISTINCT s.partner_id) FROM lifecycle.v_standing s
         JOIN recruiting.v_evidence e ON e.workspace_id = s.workspace_id AND e.partner_id = s.partner_id
         WHERE s.workspace_id = ${ws})::int AS portrait_used,
      (SELECT count(*) FROM onboarding.v_launch l WHERE l.workspace_id = ${ws} AND l.closed_on IS NULL)::int AS launches_go,
      (SELECT count(*) FROM library.v_confirmed c WHERE c.workspace_id = ${ws})::int AS materials,
      (SELECT count(*) FROM library.v_confirmed c WHERE c.workspace_id = ${ws} AND c.confirmed_on > ${day} - ${FRESH_DAYS}::int)::int AS materials_fresh,
      (SELECT count(*) FROM scenarios.v_scenario c WHERE c.workspace_id = ${ws} AND c.archived_at IS NULL)::int AS scenarios,
      (SELECT count(*) FROM scenarios.v_scenario c WHERE c.workspace_id = ${ws} AND c.archived_at IS NULL
         AND NOT EXISTS (SELECT FROM scenarios.v_seat s WHERE s.workspace_id = c.workspace_id AND s.scenario_id = c.id
           AND s.agreement_id IS NULL))::int AS scenarios_whole,
      (SELECT COALESCE(sum(m.sales_count), 0) FROM insight.v_class_month m WHERE m.workspace_id = ${ws}
         AND m.month >= date_trunc('month', ${day} - 31))::int AS sales_told,
      (SELECT count(*) FROM economics.v_plan p WHERE p.workspace_id = ${ws} AND p.class = 'partner_sales'
         AND p.month = date_trunc('month', ${day})::date)::int AS plan_set,
      (SELECT COALESCE(sum(m.sales_count), 0) FROM insight.v_class_month m WHERE m.workspace_id = ${ws} AND m.class = 'partner_sales'
         AND m.month >= date_trunc('month', ${day} - 90))::int AS sold,
      (SELECT COALESCE(sum(m.sales_count - m.goods_unknown_count), 0) FROM insight.v_class_month m WHERE m.workspace_id = ${ws}
         AND m.class = 'partner_sales' AND m.month >= date_trunc('month', ${day} - 90))::int AS goods_known,
      (SELECT count(*) FROM rhythm.v_next_step n WHERE n.workspace_id = ${ws} AND n.due_on >= ${day} - 14)::int AS steps_written,
      (SELECT count(*) FROM agreements.v_promise p WHERE p.workspace_id = ${ws} AND p.side = 'ours' AND p.outcome IS NULL
         AND p.due_on < ${day})::int AS promises_kept,
      (SELECT count(*) FROM feedback.v_thread t WHERE t.workspace_id = ${ws} AND t.state = 'waiting' AND t.answer_by < ${day})::int AS partners_answered,
      (SELECT count(*) FROM feedback.v_poll p WHERE p.workspace_id = ${ws} AND p.opens_on > ${day} - ${ASKED_DAYS}::int AND p.answered > 0)::int AS partners_asked,
      (SELECT count(*) FROM integrity.v_flag f WHERE f.workspace_id = ${ws} AND f.ended_at IS NULL AND f.answer_due_on < ${day})::int AS flags_answered`.execute(
    tx.db,
  );
  const of = rows[0] ?? {};
  const some = (name: string, whole?: string) => ({
    count: of[name] ?? 0,
    of: whole ? (of[whole] ?? 0) : null,
  });
  return {
    names_heard: some('names_heard'),
    gates_used: some('gates_used'),
    portrait_used: some('portrait_used'),
    launches_go: some('launches_go'),
    materials_fresh: some('materials_fresh', 'materials'),
    scenarios_whole: some('scenarios_whole', 'scenarios'),
    sales_told: some('sales_told'),
    plan_set: some('plan_set'),
    goods_known: some('goods_known', 'sold'),
    steps_written: some('steps_written'),
    promises_kept: some('promises_kept'),
    partners_answered: some('partners_answered'),
    partners_asked: some('partners_asked'),
    flags_answered: some('flags_answered'),
  };
}

export interface Led {
  readonly memberId: string;
  readonly highTouch: number;
  readonly scaled: number;
}

/** How many partners at work each keeper leads, by track. */
export async function ledByKeeper(tx: Tx): Promise<Led[]> {
  const { rows } = await sql<Led>`
    SELECT p.owner_member_id AS "memberId", count(*) FILTER (WHERE p.track = 'high_touch')::int AS "highTouch",
           count(*) FILTER (WHERE p.track IS DISTINCT FROM 'high_touch')::int AS scaled
    FROM directory.v_partner p
    JOIN lifecycle.v_standing s ON s.workspace_id = p.workspace_id AND s.partner_id = p.id
    WHERE p.workspace_id = ${tx.workspaceId}::uuid AND p.owner_member_id IS NOT NULL AND p.archived_at IS NULL
      AND s.stage IN ('agreed', 'launch', 'pilot', 'working', 'paused', 'review')
    GROUP BY 1 ORDER BY 2 DESC, 3 DESC, 1`.execute(tx.db);
  return rows;
}

/** Alliances at work of which nobody said which department answers for them (S2.32). */
export async function ownerlessAlliances(tx: Tx): Promise<number> {
  const { rows } = await sql<{ count: number }>`
    SELECT count(*)::int AS count FROM agreements.v_alliance
    WHERE workspace_id = ${tx.workspaceId}::uuid AND launched_on IS NOT NULL AND department IS NULL`.execute(
    tx.db,
  );
  return rows[0]?.count ?? 0;
}
