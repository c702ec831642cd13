import { sql, type RawBuilder } from 'kysely';
import type { Tx } from '@mosty/kernel/context';
import { dayOf } from '../days.ts';
import type { Window } from '../../domain/window.ts';
import { startOfDay } from '@mosty/kernel/time';

/**
 * Deals closed in the window, each in the class of whoever brought it, of its agreement, or direct, with the days from
 * its registration (or its writing down) to the close, and what was paid by the sales it became. A list of old deals that
 * names no day of registration was written down after the close: how long those took nobody knows.
 */
export function closedDeals(tx: Tx, window: Window, currency: string): RawBuilder<unknown> {
  return sql`
    SELECT d.id, d.title, d.client_id, d.kind, d.outcome, d.closed_at, d.partner_id, d.currency,
           CASE WHEN d.began_at <= d.closed_at THEN ${dayOf(tx, 'd.closed_at')} - ${dayOf(tx, 'd.began_at')} END AS days,
           COALESCE(source.class, a.class, 'direct') AS class, COALESCE(source.expand, false) AS expanded,
           COALESCE(source.partners, 0) AS partners, COALESCE(paid.minor, 0)::bigint AS paid_minor, COALESCE(paid.sales, 0) AS sales
    FROM (
      SELECT *, COALESCE(registered_at, created_at) AS began_at FROM deals.v_deal
      WHERE workspace_id = ${tx.workspaceId}::uuid AND outcome IS NOT NULL
        AND closed_at >= ${startOfDay(window.from, tx.zone)}::timestamptz AND closed_at < ${startOfDay(window.to, tx.zone)}::timestamptz
    ) d
    LEFT JOIN (
      SELECT deal_id, (array_agg(class ORDER BY share_ppm DESC, id) FILTER (WHERE role = 'source'))[1] AS class,
             bool_or(role = 'expand') AS expand, count(DISTINCT partner_id) AS partners
      FROM deals.v_deal_participant WHERE workspace_id = ${tx.workspaceId}::uuid GROUP BY deal_id
    ) source ON source.deal_id = d.id
    LEFT JOIN agreements.v_agreement a ON a.workspace_id = d.workspace_id AND a.id = d.agreement_id
    LEFT JOIN (
      SELECT l.deal_id, sum(s.amount_minor) AS minor, count(*) AS sales
      FROM deals.v_deal_sale l JOIN deals.v_sale s ON s.workspace_id = l.workspace_id AND s.id = l.sale_id
      WHERE l.workspace_id = ${tx.workspaceId}::uuid AND s.currency = ${currency} GROUP BY l.deal_id
    ) paid ON paid.deal_id = d.id`;
}
