import { sql } from 'kysely';
import type { Tx } from '@mosty/kernel/context';
import type { Place } from '@mosty/kernel/http';
import type { Id } from '@mosty/kernel/id';
import type { Verdict } from '../domain/verdict.ts';

export interface FeedAsked {
  /** From this moment on and before that one: only months between them are looked into. */
  readonly since: Date;
  readonly until: Date;
  readonly linkId: string | undefined;
  readonly partnerId: string | undefined;
  readonly verdict: Verdict | undefined;
  readonly after: Place | null;
  readonly limit: number;
}

export interface FeedLine {
  readonly id: Id<'click'>;
  readonly at: Date;
  readonly verdict: Verdict;
  readonly why: string;
  readonly inApp: string | null;
  readonly followedId: string;
  readonly followedKind: 'link' | 'code';
  readonly followed: string;
  readonly partnerId: Id<'partner'>;
  readonly partnerName: string;
  readonly country: string | null;
  readonly referrerHost: string | null;
  readonly consented: boolean;
}

/** The last first; one row more than `limit` where there is a next page. Names are joined to the page alone. */
export async function listClickRows(tx: Tx, asked: FeedAsked): Promise<FeedLine[]> {
  const { rows } = await sql<FeedLine>`
    WITH page AS (
      SELECT k.id, k.clicked_at, k.verdict, k.why, k.in_app, k.link_id, k.partner_id, k.country, k.referrer_host, k.consented
      FROM tracking.click k WHERE ${sql.join(conditions(tx, asked), sql` AND `)}
      ORDER BY k.clicked_at DESC, k.id DESC LIMIT ${asked.limit + 1}
    )
    SELECT k.id, k.clicked_at AS at, k.verdict, k.why, k.in_app AS "inApp", k.link_id AS "followedId",
      CASE WHEN starts_with(k.link_id, 'cod_') THEN 'code' ELSE 'link' END AS "followedKind",
      COALESCE(l.title, l.key, c.code, k.link_id) AS followed, k.partner_id AS "partnerId",
      COALESCE(p.name, k.partner_id) AS "partnerName", k.country, k.referrer_host AS "referrerHost", k.consented
    FROM page k
    LEFT JOIN tracking.link l ON l.workspace_id = ${tx.workspaceId}::uuid AND l.id = k.link_id
    LEFT JOIN tracking.code c ON c.workspace_id = ${tx.workspaceId}::uuid AND c.id = k.link_id
    LEFT JOIN directory.v_partner p ON p.workspace_id = ${tx.workspaceId}::uuid AND p.id = k.partner_id
    ORDER BY k.clicked_at DESC, k.id DESC`.execute(tx.db);
  return rows;
}

function conditions(tx: Tx, { since, until, linkId, partnerId, verdict, after }: FeedAsked) {
  const where = [
    sql`k.workspace_id = ${tx.workspaceId}::uuid AND k.clicked_at >= ${since} AND k.clicked_at < ${until}`,
  ];
  if (linkId) where.push(sql`k.link_id = ${linkId}`);
  if (partnerId) where.push(sql`k.partner_id = ${partnerId}`);
  if (verdict) where.push(sql`k.verdict = ${verdict}`);
  if (after)
    where.push(sql`(k.clicked_at, k.id) < (${after.value}::timestamptz, ${after.id}::text COLLATE "C")`);
  return where;
}
