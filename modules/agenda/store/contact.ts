import { sql } from 'kysely';
import type { Tx } from '@mosty/kernel/context';
import type { CandidateRow } from '../domain/rules/best-candidate.ts';
import type { ThreadRow } from '../domain/rules/feedback-waiting.ts';
import type { ThankedRow } from '../domain/rules/recognition-due.ts';
import type { SilentRow } from '../domain/rules/silence.ts';
import type { SeenRow } from '../domain/rules/top-unseen.ts';

/** Who fades or is silent; whoever parted or is only looked at is not expected to speak. */
export async function silentPartners(tx: Tx): Promise<SilentRow[]> {
  const { rows } = await sql<SilentRow>`
    SELECT s.partner_id AS "partnerId", s.state, COALESCE(s.days, 0)::int AS days,
      COALESCE((
        SELECT max(c.margin) FROM (
          SELECT sum(d.sales_minor - d.refunds_minor - d.goods_minor - d.commission_minor - d.costs_minor)::bigint AS margin
          FROM insight.v_partner_day d
          WHERE d.workspace_id = s.workspace_id AND d.partner_id = s.partner_id AND d.currency = ${tx.currency}
            AND d.day > s.last_signal_on - 90 AND d.day <= s.last_signal_on
          GROUP BY d.class) c), 0)::bigint AS "marginBefore"
    FROM scores.v_silence s
    JOIN lifecycle.v_standing l ON l.workspace_id = s.workspace_id AND l.partner_id = s.partner_id
    WHERE s.workspace_id = ${tx.workspaceId}::uuid AND s.state IN ('fading', 'silent')
      AND l.stage IN ('launch', 'pilot', 'working', 'review')`.execute(tx.db);
  return rows;
}

/** Partners we keep personally and the day somebody of us was last with them. */
export async function topPartners(tx: Tx): Promise<SeenRow[]> {
  const { rows } = await sql<SeenRow>`
    SELECT p.id AS "partnerId", (p.created_at AT TIME ZONE ${tx.zone})::date AS since,
      greatest(
        (SELECT (max(t.at) AT TIME ZONE ${tx.zone})::date FROM rhythm.v_touch t
         WHERE t.workspace_id = p.workspace_id AND t.partner_id = p.id
           AND t.kind IN ('note', 'call', 'session', 'recognition')),
        (SELECT (max(m.at) AT TIME ZONE ${tx.zone})::date FROM feedback.v_message m
         WHERE m.workspace_id = p.workspace_id AND m.partner_id = p.id AND m.side = 'ours')) AS "seenOn"
    FROM directory.v_partner p
    JOIN lifecycle.v_standing l ON l.workspace_id = p.workspace_id AND l.partner_id = p.id
    WHERE p.workspace_id = ${tx.workspaceId}::uuid AND p.track = 'high_touch' AND p.archived_at IS NULL
      AND l.stage IN ('launch', 'pilot', 'working', 'review')`.execute(tx.db);
  return rows;
}

export async function thankedPartners(tx: Tx): Promise<ThankedRow[]> {
  const { rows } = await sql<ThankedRow>`
    SELECT p.id AS "partnerId", (p.created_at AT TIME ZONE ${tx.zone})::date AS since,
      (SELECT max(r.on_day) FROM rhythm.v_recognition r
       WHERE r.workspace_id = p.workspace_id AND r.partner_id = p.id) AS "thankedOn"
    FROM directory.v_partner p
    JOIN lifecycle.v_standing l ON l.workspace_id = p.workspace_id AND l.partner_id = p.id
    WHERE p.workspace_id = ${tx.workspaceId}::uuid AND p.track = 'high_touch' AND p.archived_at IS NULL
      AND l.stage = 'working'`.execute(tx.db);
  return rows;
}

export async function waitingThreads(tx: Tx): Promise<ThreadRow[]> {
  const { rows } = await sql<ThreadRow>`
    SELECT id AS "threadId", partner_id AS "partnerId", (moved_at AT TIME ZONE ${tx.zone})::date AS "movedOn",
      answer_by AS "answerBy"
    FROM feedback.v_thread
    WHERE workspace_id = ${tx.workspaceId}::uuid AND state = 'waiting' AND answer_by IS NOT NULL`.execute(
    tx.db,
  );
  return rows;
}

/** Those we look at, and by how many different people they were named. */
export async function candidates(tx: Tx): Promise<CandidateRow[]> {
  const { rows } = await sql<CandidateRow>`
    SELECT l.partner_id AS "partnerId", l.stage, NULL AS kind, count(DISTINCT m.speaker)::int AS mentions
    FROM lifecycle.v_standing l
    LEFT JOIN recruiting.v_mention m ON m.workspace_id = l.workspace_id AND m.partner_id = l.partner_id
    WHERE l.workspace_id = ${tx.workspaceId}::uuid AND l.stage IN ('mention', 'candidate', 'talking', 'checking', 'approved')
    GROUP BY l.partner_id, l.stage`.execute(tx.db);
  return rows;
}
