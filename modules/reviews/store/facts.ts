import { sql } from 'kysely';
import type { Tx } from '@mosty/kernel/context';
import type { Id } from '@mosty/kernel/id';
import { startOfDay, type BusinessDate } from '@mosty/kernel/time';
import type { QuarterFacts } from '../domain/document.ts';

/** A deal that has not moved for so long stands still. */
const STUCK_DAYS = 14;

/** Everything the program knows of a partner in days `from`…`to`, half-open, of the company's calendar. */
export async function factsOf(
  tx: Tx,
  partnerId: Id<'partner'>,
  span: { from: BusinessDate; to: BusinessDate },
): Promise<QuarterFacts> {
  const ws = sql`${tx.workspaceId}::uuid`;
  const days = sql`BETWEEN ${span.from}::date AND ${span.to}::date - 1`;
  const [from, to] = [startOfDay(span.from, tx.zone), startOfDay(span.to, tx.zone)];
  const { rows } = await sql<QuarterFacts>`
    SELECT
      (SELECT COALESCE(jsonb_object_agg(o.answer, o.n), '{}') FROM (
         SELECT answer, count(*)::int AS n FROM scores.v_outcome
         WHERE workspace_id = ${ws} AND partner_id = ${partnerId} AND answer IS NOT NULL AND answered_on ${days}
         GROUP BY answer) o) AS outcomes,
      (SELECT COALESCE(jsonb_agg(p ORDER BY p.side), '[]') FROM (
         SELECT side, count(*) FILTER (WHERE outcome = 'kept')::int AS kept, count(*) FILTER (WHERE outcome = 'missed')::int AS missed,
                count(*) FILTER (WHERE outcome IS NULL)::int AS open
         FROM agreements.v_promise WHERE workspace_id = ${ws} AND partner_id = ${partnerId}
           AND (outcome_at >= ${from} AND outcome_at < ${to} OR outcome IS NULL AND due_on < ${span.to}::date)
         GROUP BY side) p) AS promises,
      (SELECT COALESCE(jsonb_agg(m ORDER BY m.class), '[]') FROM (
         SELECT class, currency, sum(paid_minor)::bigint AS "paidMinor", sum(commission_minor)::bigint AS "commissionMinor",
                sum(costs_minor)::bigint AS "costsMinor", sum(sales_count)::int AS sales
         FROM insight.v_partner_month WHERE workspace_id = ${ws} AND partner_id = ${partnerId} AND month ${days}
         GROUP BY class, currency) m) AS money,
      (SELECT jsonb_build_object(
         'open', count(*) FILTER (WHERE d.outcome IS NULL), 'stuck', count(*) FILTER (WHERE d.outcome IS NULL AND d.moved_at < ${tx.now()}::timestamptz - ${STUCK_DAYS} * interval '1 day'),
         'won', count(*) FILTER (WHERE d.outcome = 'won' AND d.closed_at >= ${from} AND d.closed_at < ${to}),
         'lost', count(*) FILTER (WHERE d.outcome = 'lost' AND d.closed_at >= ${from} AND d.closed_at < ${to}))
       FROM deals.v_deal d WHERE d.workspace_id = ${ws} AND d.partner_id = ${partnerId}) AS deals,
      (SELECT jsonb_build_object(
         'planDone', (SELECT count(*) FROM rhythm.v_plan_item i WHERE i.workspace_id = ${ws} AND i.partner_id = ${partnerId} AND i.status = 'done' AND i.due_on ${days}),
         'planMissed', (SELECT count(*) FROM rhythm.v_plan_item i WHERE i.workspace_id = ${ws} AND i.partner_id = ${partnerId} AND i.status = 'missed' AND i.due_on ${days}),
         'published', (SELECT count(*) FROM rhythm.v_publication p WHERE p.workspace_id = ${ws} AND p.partner_id = ${partnerId} AND p.state IN ('out', 'reported') AND p.on_day ${days}),
         'opened', (SELECT COALESCE(sum(o.opens), 0) FROM library.v_opening o WHERE o.workspace_id = ${ws} AND o.partner_id = ${partnerId} AND o.day ${days}))) AS worked,
      (SELECT jsonb_build_object(
         'incidents', (SELECT count(*) FROM integrity.v_incident i WHERE i.workspace_id = ${ws} AND i.partner_id = ${partnerId} AND i.at >= ${from} AND i.at < ${to}),
         'closed', (SELECT count(*) FROM integrity.v_incident i WHERE i.workspace_id = ${ws} AND i.partner_id = ${partnerId} AND i.at >= ${from} AND i.at < ${to} AND i.closed_at IS NOT NULL),
         'flags', (SELECT count(*) FROM integrity.v_flag f WHERE f.workspace_id = ${ws} AND f.partner_id = ${partnerId} AND f.opened_at >= ${from} AND f.opened_at < ${to}))) AS broke,
      (SELECT jsonb_build_object(
         'trust', (SELECT t.trust FROM scores.v_trust t WHERE t.workspace_id = ${ws} AND t.partner_id = ${partnerId}),
         'evidence', COALESCE((SELECT t.evidence_n FROM scores.v_trust t WHERE t.workspace_id = ${ws} AND t.partner_id = ${partnerId}), 0),
         'pulse', (SELECT p.pulse FROM scores.v_pulse p WHERE p.workspace_id = ${ws} AND p.partner_id = ${partnerId}),
         'before', (SELECT c.trust FROM scores.v_change c WHERE c.workspace_id = ${ws} AND c.partner_id = ${partnerId} AND c.day < ${span.from}::date
                    ORDER BY c.day DESC LIMIT 1))) AS trust,
      (SELECT jsonb_build_object('seats', count(*), 'empty', count(*) FILTER (WHERE s.agreement_id IS NULL))
       FROM scenarios.v_seat s WHERE s.workspace_id = ${ws} AND s.scenario_id IN (
         SELECT o.scenario_id FROM scenarios.v_seat o JOIN agreements.v_agreement a ON a.workspace_id = o.workspace_id AND a.id = o.agreement_id
         WHERE o.workspace_id = ${ws} AND a.partner_id = ${partnerId})) AS roles,
      (SELECT jsonb_build_object('asked', count(*), 'late', count(*) FILTER (WHERE t.state = 'open' AND t.answer_by < ${span.to}::date))
       FROM feedback.v_thread t WHERE t.workspace_id = ${ws} AND t.partner_id = ${partnerId} AND t.opened_at >= ${from} AND t.opened_at < ${to}) AS feedback,
      (SELECT count(*)::int FROM framework.v_crossing c WHERE c.workspace_id = ${ws} AND c.partner_id = ${partnerId} AND c.state = 'open') AS thresholds`.execute(
    tx.db,
  );
  const [found] = rows;
  if (!found) throw new Error('a question without conditions answers one row');
  return found;
}

export interface Passive {
  readonly partnerId: Id<'partner'>;
  readonly name: string;
  readonly days: number;
  readonly lastSignalOn: string | null;
}

/** Working partners that gave no sign for so long, the longest first. */
export async function passivePartners(tx: Tx, days: number): Promise<Passive[]> {
  const { rows } = await sql<Passive>`
    SELECT p.id AS "partnerId", p.name, s.days::int AS days, s.last_signal_on AS "lastSignalOn"
    FROM scores.v_silence s
    JOIN lifecycle.v_standing l ON l.workspace_id = s.workspace_id AND l.partner_id = s.partner_id
    JOIN directory.v_partner p ON p.workspace_id = s.workspace_id AND p.id = s.partner_id
    WHERE s.workspace_id = ${tx.workspaceId}::uuid AND l.stage IN ('working', 'paused', 'review') AND s.days >= ${days}
    ORDER BY s.days DESC, p.id LIMIT 100`.execute(tx.db);
  return rows;
}
