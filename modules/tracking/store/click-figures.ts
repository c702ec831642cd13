import { sql } from 'kysely';
import type { Tx } from '@mosty/kernel/context';
import type { BusinessDate } from '@mosty/kernel/time';
import type { Verdict } from '../domain/verdict.ts';

/** Days of the company's calendar, both included; of one link (or code), of one partner, or of everybody. */
export interface ClicksAsked {
  readonly from: BusinessDate;
  readonly to: BusinessDate;
  readonly linkId: string | undefined;
  readonly partnerId: string | undefined;
}

function counted(tx: Tx, { from, to, linkId, partnerId }: ClicksAsked) {
  const where = [
    sql`d.workspace_id = ${tx.workspaceId}::uuid AND d.day BETWEEN ${from}::date AND ${to}::date`,
    ...(linkId ? [sql`d.link_id = ${linkId}`] : []),
    ...(partnerId ? [sql`d.partner_id = ${partnerId}`] : []),
  ];
  return sql.join(where, sql` AND `);
}

export interface Counted {
  /** The day, or the month where months were asked for. */
  readonly at: string;
  readonly verdict: Verdict;
  readonly clicks: number;
  readonly visitors: number;
}

export async function clicksByTime(
  tx: Tx,
  asked: ClicksAsked,
  unit: 'day' | 'month',
): Promise<readonly Counted[]> {
  const { rows } = await sql<Counted>`
    SELECT to_char(d.day, ${unit === 'day' ? 'YYYY-MM-DD' : 'YYYY-MM'}) AS at, d.verdict, sum(d.clicks)::float8 AS clicks,
      sum(d.visitors)::float8 AS visitors
    FROM tracking.click_day d WHERE ${counted(tx, asked)} GROUP BY 1, 2`.execute(tx.db);
  return rows;
}

/** Countries or sites of people, the most first; the rest beside them is told by the sum. */
export async function clicksByOrigin(
  tx: Tx,
  asked: ClicksAsked,
  kind: 'country' | 'referrer',
  limit: number,
): Promise<readonly { name: string; clicks: number; all: number }[]> {
  const { rows } = await sql<{ name: string; clicks: number; all: number }>`
    SELECT d.name, sum(d.clicks)::float8 AS clicks, (sum(sum(d.clicks)) OVER ())::float8 AS all
    FROM tracking.click_origin_day d WHERE ${counted(tx, asked)} AND d.kind = ${kind}
    GROUP BY d.name ORDER BY sum(d.clicks) DESC, d.name LIMIT ${limit}`.execute(tx.db);
  return rows;
}

export interface Followed {
  readonly id: string;
  readonly kind: 'partner' | 'link' | 'code';
  readonly name: string;
  readonly people: number;
  readonly machines: number;
}

/** Whose links people followed most: partners of the whole channel, or links and codes of one partner. */
export async function mostFollowed(tx: Tx, asked: ClicksAsked, limit: number): Promise<readonly Followed[]> {
  const of = asked.partnerId ? sql.ref('d.link_id') : sql.ref('d.partner_id');
  const { rows } = await sql<Followed>`
    WITH most AS (
      SELECT ${of} AS id, COALESCE(sum(d.clicks) FILTER (WHERE d.verdict = 'human'), 0)::float8 AS people,
        COALESCE(sum(d.clicks) FILTER (WHERE d.verdict <> 'human'), 0)::float8 AS machines
      FROM tracking.click_day d WHERE ${counted(tx, asked)}
      GROUP BY 1 ORDER BY 2 DESC, 1 LIMIT ${limit}
    )
    SELECT m.id, CASE WHEN p.id IS NOT NULL THEN 'partner' WHEN l.id IS NOT NULL THEN 'link' ELSE 'code' END AS kind,
      COALESCE(p.name, l.title, l.key, c.code, m.id) AS name, m.people, m.machines
    FROM most m
    LEFT JOIN directory.v_partner p ON p.workspace_id = ${tx.workspaceId}::uuid AND p.id = m.id
    LEFT JOIN tracking.link l ON l.workspace_id = ${tx.workspaceId}::uuid AND l.id = m.id
    LEFT JOIN tracking.code c ON c.workspace_id = ${tx.workspaceId}::uuid AND c.id = m.id
    ORDER BY m.people DESC, m.id`.execute(tx.db);
  return rows;
}
