import type { Tx } from '@mosty/kernel/context';
import { addDays, type BusinessDate } from '@mosty/kernel/time';
import { sql } from 'kysely';
import type { Facts } from '../../domain/facts.ts';
import { among, type AskedInput } from './asked.ts';

type Of<Name extends 'promises' | 'plan' | 'replies' | 'registrations' | 'incidents' | 'openFlags'> =
  Facts[Name][number] & { readonly partnerId: string };

const A_YEAR = 365;

/** Its promises that came to an end, kept or not. */
export async function promises(tx: Tx, asked: AskedInput): Promise<Of<'promises'>[]> {
  const { rows } = await sql<Of<'promises'>>`
    SELECT partner_id AS "partnerId", id, (outcome_at AT TIME ZONE ${tx.zone})::date AS "on", outcome = 'kept' AS kept
    FROM agreements.v_promise WHERE ${among(tx, asked)} AND side = 'theirs' AND outcome IN ('kept', 'missed')`.execute(
    tx.db,
  );
  return rows;
}

/** What of the joint plan was its turn, done or missed. */
export async function plan(tx: Tx, asked: AskedInput): Promise<Of<'plan'>[]> {
  const { rows } = await sql<Of<'plan'>>`
    SELECT partner_id AS "partnerId", id, COALESCE(settled_on, due_on) AS "on", status = 'done' AS done
    FROM rhythm.v_plan_item WHERE ${among(tx, asked)} AND side IN ('theirs', 'both') AND status IN ('done', 'missed')`.execute(
    tx.db,
  );
  return rows;
}

/** What it answered us in a thread, beside the hours its main person promised. */
export async function replies(tx: Tx, asked: AskedInput): Promise<Of<'replies'>[]> {
  const { rows } = await sql<Of<'replies'>>`
    SELECT theirs.partner_id AS "partnerId", theirs.id, (theirs.at AT TIME ZONE ${tx.zone})::date AS "on",
           theirs.at <= ours.at + make_interval(hours => f.reply_hours) AS "inTime"
    FROM feedback.v_message theirs
    JOIN directory.v_face f ON f.workspace_id = theirs.workspace_id AND f.partner_id = theirs.partner_id
      AND f.side = 'theirs' AND f.is_main AND f.left_at IS NULL AND f.reply_hours IS NOT NULL
    CROSS JOIN LATERAL (
      SELECT m.at, m.side FROM feedback.v_message m
      WHERE m.workspace_id = theirs.workspace_id AND m.thread_id = theirs.thread_id AND (m.at, m.id) < (theirs.at, theirs.id)
      ORDER BY m.at DESC, m.id DESC LIMIT 1) ours
    WHERE ${among(tx, asked, 'theirs')} AND theirs.side = 'theirs' AND ours.side = 'ours'`.execute(tx.db);
  return rows;
}

/** Clients it registered in a year that we took or did not take. */
export async function registrations(tx: Tx, asked: AskedInput): Promise<Of<'registrations'>[]> {
  const { rows } = await sql<Of<'registrations'>>`
    SELECT partner_id AS "partnerId", id, (registered_at AT TIME ZONE ${tx.zone})::date AS "on",
           registration <> 'rejected' AS approved
    FROM deals.v_deal WHERE ${among(tx, asked)} AND registration IN ('approved', 'expired', 'rejected')
      AND registered_at >= ${addDays(asked.today, -A_YEAR)}::date`.execute(tx.db);
  return rows;
}

export interface MonthOfClass {
  readonly partnerId: string;
  readonly month: BusinessDate;
  readonly class: string;
  readonly sales: number;
  readonly refunds: number;
}

/** Sales and refunds of each month of a year, counted class by class. */
export async function soldMonths(tx: Tx, asked: AskedInput): Promise<MonthOfClass[]> {
  const { rows } = await sql<MonthOfClass>`
    SELECT partner_id AS "partnerId", date_trunc('month', day)::date AS month, class, sum(sales_count)::int AS sales,
           sum(refunds_count)::int AS refunds
    FROM insight.v_partner_day WHERE ${among(tx, asked)} AND day > ${addDays(asked.today, -A_YEAR)}::date
    GROUP BY 1, 2, 3 HAVING sum(sales_count) + sum(refunds_count) > 0`.execute(tx.db);
  return rows;
}

export async function incidents(tx: Tx, asked: AskedInput): Promise<Of<'incidents'>[]> {
  const { rows } = await sql<Of<'incidents'>>`
    SELECT partner_id AS "partnerId", id, (at AT TIME ZONE ${tx.zone})::date AS "on", severity,
           COALESCE(fixed_on <= due_on, false) AS "inTime"
    FROM integrity.v_incident WHERE ${among(tx, asked)}`.execute(tx.db);
  return rows;
}

export async function openFlags(tx: Tx, asked: AskedInput): Promise<Of<'openFlags'>[]> {
  const { rows } = await sql<Of<'openFlags'>>`
    SELECT partner_id AS "partnerId", id, (opened_at AT TIME ZONE ${tx.zone})::date AS "on", severity
    FROM integrity.v_flag WHERE ${among(tx, asked)} AND state NOT IN ('lifted', 'closed')`.execute(tx.db);
  return rows;
}
