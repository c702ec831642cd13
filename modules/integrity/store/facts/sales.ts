import { sql } from 'kysely';
import type { Tx } from '@mosty/kernel/context';
import type { SaleFact } from '../../domain/facts.ts';

/** A touch older than this no more says how a sale came. */
const TOUCH_DAYS = 60;

/** Sales that partners are credited with since the moment, and the way to each: one query, whatever the company's size. */
export async function saleFacts(tx: Tx, since: Date, checkoutEvents: readonly string[]): Promise<SaleFact[]> {
  const { rows } = await sql<SaleFact>`
    WITH credited AS (
      SELECT DISTINCT ON (s.id, p.partner_id) s.id, s.client_id, s.occurred_at, s.is_first, s.currency, s.amount_minor, s.list_minor,
             p.partner_id
      FROM deals.v_sale s
      JOIN attribution.v_participant p ON p.workspace_id = s.workspace_id AND p.sale_id = s.id AND p.role IN ('source', 'co_source')
      WHERE s.workspace_id = ${tx.workspaceId}::uuid AND s.occurred_at >= ${since}
      ORDER BY s.id, p.partner_id
    )
    SELECT c.partner_id AS "partnerId", c.id AS "saleId", c.occurred_at AS at, w.code_id AS "codeId",
           t.first_own AS "firstClickAt", t.last_own AS "lastClickAt", t.first_other AS "othersClickAt", l.at AS "checkoutAt",
           c.is_first AS "isFirst", c.currency, c.amount_minor AS "amountMinor", c.list_minor AS "listMinor",
           COALESCE(r.minor, 0)::bigint AS "refundedMinor", COALESCE(a.minor, 0)::bigint AS "unpaidMinor"
    FROM credited c
    LEFT JOIN LATERAL (
      SELECT min(w.came_by) AS code_id FROM tracking.v_credited_sale w
      JOIN tracking.v_code k ON k.workspace_id = w.workspace_id AND k.id = w.came_by
      WHERE w.workspace_id = ${tx.workspaceId}::uuid AND w.sale_id = c.id AND w.partner_id = c.partner_id
    ) w ON true
    LEFT JOIN LATERAL (
      SELECT min(k.clicked_at) FILTER (WHERE k.partner_id = c.partner_id) AS first_own,
             max(k.clicked_at) FILTER (WHERE k.partner_id = c.partner_id) AS last_own,
             min(k.clicked_at) FILTER (WHERE k.partner_id <> c.partner_id) AS first_other
      FROM tracking.v_client_click k
      WHERE k.workspace_id = ${tx.workspaceId}::uuid AND k.client_id = c.client_id
        AND k.clicked_at <= c.occurred_at AND k.clicked_at > c.occurred_at - make_interval(days => ${TOUCH_DAYS})
    ) t ON true
    LEFT JOIN LATERAL (
      SELECT max(e.occurred_at) AS at FROM tracking.v_lead e
      WHERE e.workspace_id = ${tx.workspaceId}::uuid AND e.client_id = c.client_id AND e.event_name = ANY(${[...checkoutEvents]}::text[])
        AND e.occurred_at <= c.occurred_at AND e.occurred_at > c.occurred_at - interval '1 day'
    ) l ON true
    LEFT JOIN LATERAL (
      SELECT sum(f.amount_minor) AS minor FROM deals.v_refund f
      WHERE f.workspace_id = ${tx.workspaceId}::uuid AND f.sale_id = c.id
    ) r ON true
    LEFT JOIN LATERAL (
      SELECT sum(i.amount_minor) AS minor FROM incentives.v_accrual i
      WHERE i.workspace_id = ${tx.workspaceId}::uuid AND i.sale_id = c.id AND i.partner_id = c.partner_id
        AND i.state IN ('pending', 'approved', 'on_hold')
    ) a ON true`.execute(tx.db);
  return rows;
}
