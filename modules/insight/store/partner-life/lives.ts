import { sql, type RawBuilder } from 'kysely';
import type { Tx } from '@mosty/kernel/context';
import type { BusinessDate } from '@mosty/kernel/time';
import type { CurveOf } from '../../contract/partner-life.ts';
import type { ReportingClass } from '../../contract/class.ts';
import { EARLY_DAYS, STAYS } from '../../domain/partner-life/early-result.ts';
import { watchedUntil } from '../../domain/partner-life/survival.ts';

/**
 * Every partner with an agreement of the class accepted by both: when it began, as what kind, and the days of its first
 * and last paid sale, if any: `partner_id`, `kind`, `began_on`, `first_on`, `last_on`.
 */
export function livesOf(tx: Tx, book: ReportingClass): RawBuilder<unknown> {
  // Asked of the few with a second agreement only: nobody else's need to be put in order.
  const firstKind = sql`
    SELECT kind FROM agreements.v_agreement one
    WHERE one.workspace_id = ${tx.workspaceId}::uuid AND one.partner_id = told.partner_id AND one.class = ${book}
      AND one.accepted_at IS NOT NULL
    ORDER BY one.accepted_at, one.id LIMIT 1`;
  return sql`
    SELECT a.partner_id, a.kind, a.began_on, l.first_on, l.last_on
    FROM (
      SELECT partner_id, (min(accepted_at) AT TIME ZONE ${tx.zone})::date AS began_on,
             CASE WHEN count(*) = 1 THEN min(kind) ELSE (${firstKind}) END AS kind
      FROM agreements.v_agreement told
      WHERE workspace_id = ${tx.workspaceId}::uuid AND class = ${book} AND accepted_at IS NOT NULL
      GROUP BY partner_id
    ) a
    LEFT JOIN (
      SELECT partner_id, min(first_sale_on) AS first_on, max(last_sale_on) AS last_on
      FROM insight.partner_life WHERE workspace_id = ${tx.workspaceId}::uuid AND class = ${book} GROUP BY partner_id
    ) l ON l.partner_id = a.partner_id`;
}

/** Those old enough to be judged: `part` is early, later or never; `stayed` a sale late in their own calendar (S1.20). */
export function earlyOf(tx: Tx, book: ReportingClass, today: BusinessDate): RawBuilder<unknown> {
  return sql`
    WITH began AS MATERIALIZED (
      SELECT partner_id, began_on, first_on FROM (${livesOf(tx, book)}) life
      WHERE began_on <= ${today}::date - ${STAYS.toDay}::int
    )
    SELECT b.partner_id, b.began_on, b.first_on - b.began_on AS days, COALESCE(s.stayed, false) AS stayed,
           CASE WHEN b.first_on < b.began_on + ${EARLY_DAYS}::int THEN 'early'
                WHEN b.first_on < b.began_on + ${STAYS.fromDay}::int THEN 'later' ELSE 'never' END AS part
    FROM began b
    LEFT JOIN (
      SELECT l.partner_id,
             bool_or(l.sold_on && daterange(a.began_on + ${STAYS.fromDay}::int, a.began_on + ${STAYS.toDay}::int)) AS stayed
      FROM insight.partner_life l
      JOIN began a ON a.partner_id = l.partner_id AND l.last_sale_on >= a.began_on + ${STAYS.fromDay}::int
      WHERE l.workspace_id = ${tx.workspaceId}::uuid AND l.class = ${book}
      GROUP BY l.partner_id
    ) s ON s.partner_id = b.partner_id`;
}

/**
 * Days each went on paying from its first sale, and whether it has stopped; who goes on is watched until the last day
 * that can be judged: `id`, `first_on`, `last_on`, `days`, `stopped`.
 */
export function spansOfLife(
  tx: Tx,
  of: CurveOf,
  book: ReportingClass,
  today: BusinessDate,
): RawBuilder<unknown> {
  const until = watchedUntil(today);
  const lives =
    of === 'partners'
      ? sql`SELECT partner_id AS id, first_on, last_on FROM (${livesOf(tx, book)}) life`
      : sql`SELECT client_id AS id, first_on, COALESCE(last_on, first_on) AS last_on FROM insight.client_life
            WHERE workspace_id = ${tx.workspaceId}::uuid AND class = ${of === 'direct' ? 'direct' : book}`;
  return sql`
    SELECT id, first_on, last_on, last_on < ${until}::date AS stopped,
           CASE WHEN last_on < ${until}::date THEN last_on ELSE ${until}::date END - first_on AS days
    FROM (${lives}) life WHERE first_on <= ${until}::date`;
}
