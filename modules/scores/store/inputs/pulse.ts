import type { Tx } from '@mosty/kernel/context';
import { addDays, addMonths, firstDay, monthOf, type BusinessDate } from '@mosty/kernel/time';
import { sql } from 'kysely';
import type { Dated, OurFault } from '../../domain/facts.ts';
import { among, type AskedInput } from './asked.ts';

export interface BookRow {
  readonly partnerId: string;
  readonly book: string;
  readonly now: bigint;
  readonly before: bigint;
}

/** What each brought in 90 days and in the 90 before: a book for each class and currency, and one of what it took part in. */
export async function books(tx: Tx, asked: AskedInput): Promise<BookRow[]> {
  const [half, start] = [addDays(asked.today, -90), addDays(asked.today, -180)];
  const { rows } = await sql<BookRow>`
    WITH days AS (
      SELECT partner_id, class || ' ' || currency AS book, day, sales_minor - refunds_minor AS value FROM insight.v_partner_day
      WHERE ${among(tx, asked)} AND day > ${start}::date AND day <= ${asked.today}::date
      UNION ALL
      SELECT partner_id, 'took_part', day, took_part_count FROM insight.v_partner_day
      WHERE ${among(tx, asked)} AND day > ${start}::date AND day <= ${asked.today}::date AND took_part_count > 0)
    SELECT partner_id AS "partnerId", book, COALESCE(sum(value) FILTER (WHERE day > ${half}::date), 0)::bigint AS now,
           COALESCE(sum(value) FILTER (WHERE day <= ${half}::date), 0)::bigint AS before
    FROM days GROUP BY partner_id, book`.execute(tx.db);
  return rows;
}

export async function cameOn(tx: Tx, asked: AskedInput): Promise<{ partnerId: string; on: BusinessDate }[]> {
  const { rows } = await sql<{ partnerId: string; on: BusinessDate }>`
    SELECT partner_id AS "partnerId", day AS "on" FROM identity.v_portal_day
    WHERE ${among(tx, asked)} AND day > ${addDays(asked.today, -30)}::date AND day <= ${asked.today}::date`.execute(
    tx.db,
  );
  return rows;
}

export async function wrote(tx: Tx, asked: AskedInput): Promise<(Dated & { partnerId: string })[]> {
  const { rows } = await sql<Dated & { partnerId: string }>`
    SELECT partner_id AS "partnerId", id, (at AT TIME ZONE ${tx.zone})::date AS "on" FROM feedback.v_message
    WHERE ${among(tx, asked)} AND side = 'theirs' AND at >= ${addDays(asked.today, -90)}::date`.execute(
    tx.db,
  );
  return rows;
}

type Fault = Dated<{ readonly says: OurFault }> & { readonly partnerId: string };

/**
 * What is amiss on our side: promises missed in half a year and overdue now, disputes that wait for us, answers later
 * than we said, money not sent a whole month after it was to be (of somebody we paid before: nothing of theirs is missing).
 */
export async function ourFaults(tx: Tx, asked: AskedInput): Promise<Fault[]> {
  const { today } = asked;
  // What a month earned is to be sent by the 28th of the next one at the latest.
  const lateThrough = addMonths(monthOf(today), -2);
  const { rows } = await sql<Fault>`
    SELECT partner_id AS "partnerId", id, COALESCE((outcome_at AT TIME ZONE ${tx.zone})::date, due_on) AS "on",
           CASE outcome WHEN 'missed' THEN 'our_promise_missed' ELSE 'our_promise_overdue' END AS says
    FROM agreements.v_promise WHERE ${among(tx, asked)} AND side = 'ours'
      AND ((outcome = 'missed' AND outcome_at >= ${addDays(today, -180)}::date) OR (outcome IS NULL AND due_on < ${today}::date))
    UNION ALL
    SELECT claimant_partner_id, id, (opened_at AT TIME ZONE ${tx.zone})::date, 'claim_open' FROM attribution.v_claim
    WHERE workspace_id = ${tx.workspaceId}::uuid AND claimant_partner_id = ANY(${[...asked.partnerIds]}::text[])
      AND state IN ('open', 'answered')
    UNION ALL
    SELECT partner_id, id, answer_by, 'statement_objected' FROM payouts.v_statement
    WHERE ${among(tx, asked)} AND state = 'objected'
    UNION ALL
    SELECT partner_id, id, answer_by, 'our_answer_late' FROM feedback.v_thread
    WHERE ${among(tx, asked)} AND state = 'waiting' AND answer_by < ${today}::date
    UNION ALL
    SELECT a.partner_id, 'month ' || max(a.period), ${firstDay(addMonths(lateThrough, 2))}::date, 'payment_late'
    FROM incentives.v_accrual a
    WHERE ${among(tx, asked, 'a')} AND a.state = 'approved' AND a.amount_minor <> 0 AND a.payout_id IS NULL
      AND a.period <= ${lateThrough}
      AND EXISTS (SELECT FROM payouts.v_payout p
        WHERE p.workspace_id = a.workspace_id AND p.partner_id = a.partner_id AND p.state = 'paid')
    GROUP BY a.partner_id, a.currency HAVING sum(a.amount_minor) > 0`.execute(tx.db);
  return rows;
}
