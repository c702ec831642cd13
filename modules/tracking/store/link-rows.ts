import { sql } from 'kysely';
import type { Tx } from '@mosty/kernel/context';
import type { Place } from '@mosty/kernel/http';
import { linkKey } from '../contract/link-address.ts';
import type { LinkRecord } from './links.ts';

export interface LinkFilter {
  /** A part of the key, of the title or of the address. */
  readonly text?: string | undefined;
  readonly id?: string | undefined;
  readonly partnerId?: string | undefined;
  readonly state?: 'live' | 'expired' | 'archived' | undefined;
  readonly after: Place | null;
  readonly limit: number;
}

export type LinkLine = LinkRecord & {
  readonly partnerName: string;
  readonly class: string;
  readonly agreementKind: string;
  readonly clicks: number;
  readonly visitors: number;
  readonly bots: number;
  readonly leads: number;
  readonly buyers: number;
  readonly sales: number;
};

/** Newest first, each with what came of it; one row more than `limit` where there is a next page. */
export async function listLinkRows(tx: Tx, filter: LinkFilter): Promise<LinkLine[]> {
  const { rows } = await sql<LinkLine>`
    WITH page AS (
      SELECT l.* FROM tracking.link l
      WHERE ${sql.join(conditions(tx, filter), sql` AND `)}
      ORDER BY l.created_at DESC, l.id DESC LIMIT ${filter.limit + 1}
    ), clicked AS (
      SELECT d.link_id, sum(d.clicks) FILTER (WHERE d.verdict = 'human')::int AS clicks,
        sum(d.visitors) FILTER (WHERE d.verdict = 'human')::int AS visitors,
        sum(d.clicks) FILTER (WHERE d.verdict <> 'human')::int AS bots
      FROM tracking.click_day d
      WHERE d.workspace_id = ${tx.workspaceId}::uuid AND d.link_id = ANY(SELECT id FROM page) GROUP BY d.link_id
    ), led AS (
      SELECT e.link_id, count(DISTINCT e.client_id)::int AS leads,
        count(DISTINCT e.client_id) FILTER (WHERE c.first_paid_at IS NOT NULL)::int AS buyers
      FROM tracking.lead e
      LEFT JOIN directory.v_client c ON c.workspace_id = e.workspace_id AND c.id = e.client_id
      WHERE e.workspace_id = ${tx.workspaceId}::uuid AND e.link_id = ANY(SELECT id FROM page) GROUP BY e.link_id
    ), sold AS (
      SELECT s.came_by, count(*)::int AS sales FROM tracking.credited_sale s
      WHERE s.workspace_id = ${tx.workspaceId}::uuid AND s.came_by = ANY(SELECT id FROM page) GROUP BY s.came_by
    )
    SELECT l.id, l.key, l.agreement_id AS "agreementId", l.partner_id AS "partnerId", l.domain, l.destination, l.title,
      l.medium, l.campaign, l.content, l.erid, l.ad_label AS "adLabel", l.created_at AS "createdAt",
      l.created_by AS "createdBy", l.expires_at AS "expiresAt", l.archived_at AS "archivedAt", p.name AS "partnerName",
      a.class, a.kind AS "agreementKind", COALESCE(k.clicks, 0) AS clicks, COALESCE(k.visitors, 0) AS visitors,
      COALESCE(k.bots, 0) AS bots, COALESCE(e.leads, 0) AS leads, COALESCE(e.buyers, 0) AS buyers,
      COALESCE(s.sales, 0) AS sales
    FROM page l
    JOIN directory.v_partner p ON p.workspace_id = l.workspace_id AND p.id = l.partner_id
    JOIN agreements.v_agreement a ON a.workspace_id = l.workspace_id AND a.id = l.agreement_id
    LEFT JOIN clicked k ON k.link_id = l.id
    LEFT JOIN led e ON e.link_id = l.id
    LEFT JOIN sold s ON s.came_by = l.id
    ORDER BY l.created_at DESC, l.id DESC`.execute(tx.db);
  return rows;
}

function conditions(tx: Tx, { text, id, partnerId, state, after }: LinkFilter) {
  const where = [sql`l.workspace_id = ${tx.workspaceId}::uuid`];
  if (id) where.push(sql`l.id = ${id}`);
  if (partnerId) where.push(sql`l.partner_id = ${partnerId}`);
  if (text) {
    const part = linkKey(text);
    where.push(
      sql`(strpos(l.key_fold, ${part}) > 0 OR strpos(lower(COALESCE(l.title, '')), ${part}) > 0 OR strpos(l.destination, ${part}) > 0)`,
    );
  }
  const expired = sql`(l.expires_at IS NOT NULL AND l.expires_at <= ${tx.now()})`;
  if (state === 'archived') where.push(sql`l.archived_at IS NOT NULL`);
  if (state === 'expired') where.push(sql`l.archived_at IS NULL AND ${expired}`);
  if (state === 'live') where.push(sql`l.archived_at IS NULL AND NOT ${expired}`);
  if (after) where.push(sql`(l.created_at, l.id) < (${after.value}::timestamptz, ${after.id}::text)`);
  return where;
}
