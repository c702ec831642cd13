import { sql } from 'kysely';
import type { Tx } from '@mosty/kernel/context';
import type { Place } from '@mosty/kernel/http';
import type { Id } from '@mosty/kernel/id';
import type { CrossingState } from '../contract/crossings.ts';
import type { Threshold } from '../contract/framework.ts';
import type { Counted } from '../domain/crossed.ts';

export interface CrossingRecord {
  readonly id: Id<'crossing'>;
  readonly partnerId: Id<'partner'>;
  readonly code: string;
  readonly version: number;
  readonly rule: Threshold;
  readonly found: bigint;
  readonly proposedAt: Date;
  readonly state: CrossingState;
  readonly reason: string | null;
}

export type NamedCrossing = CrossingRecord & { readonly partnerName: string };

const FIELDS = sql`
  c.id, c.partner_id AS "partnerId", c.code, c.version, c.rule, c.found, c.proposed_at AS "proposedAt", c.state, c.reason`;

const NAMED = sql`
  SELECT ${FIELDS}, p.name AS "partnerName" FROM framework.crossing c
  JOIN directory.v_partner p ON p.workspace_id = c.workspace_id AND p.id = c.partner_id`;

/**
 * Every working partner with what the rule counts: whole months before the running one, sales of which it was the
 * source, in the company's currency. Read from roll-ups, a row a partner and month.
 */
export async function countFor(tx: Tx, rule: Threshold, currency: string, today: string): Promise<Counted[]> {
  const column = rule.metric === 'sales' ? sql`sales_count` : sql`paid_minor`;
  const { rows } = await sql<Counted>`
    WITH counted AS (
      SELECT partner_id, sum(${column})::bigint AS found FROM insight.v_partner_month
      WHERE workspace_id = ${tx.workspaceId}::uuid AND currency = ${currency}
        AND month >= date_trunc('month', ${today}::date) - make_interval(months => ${rule.months})
        AND month < date_trunc('month', ${today}::date)
      GROUP BY partner_id)
    SELECT s.partner_id AS "partnerId", array_agg(DISTINCT a.kind) AS kinds, p.track,
           (EXTRACT(year FROM age(${today}::date, min(a.launched_on))) * 12
             + EXTRACT(month FROM age(${today}::date, min(a.launched_on))))::int AS "monthsWorking",
           COALESCE(max(counted.found), 0)::bigint AS found
    FROM lifecycle.v_standing s
    JOIN directory.v_partner p ON p.workspace_id = s.workspace_id AND p.id = s.partner_id
    JOIN agreements.v_agreement a ON a.workspace_id = s.workspace_id AND a.partner_id = s.partner_id
      AND a.launched_on IS NOT NULL AND a.ended_at IS NULL
    LEFT JOIN counted ON counted.partner_id = s.partner_id
    WHERE s.workspace_id = ${tx.workspaceId}::uuid AND s.stage = 'working'
    GROUP BY s.partner_id, p.track`.execute(tx.db);
  return rows;
}

/** Partners to whom the same was proposed lately, or is now: a «no» holds for half a year. */
export async function proposedLately(tx: Tx, code: string, since: Date): Promise<Set<string>> {
  const { rows } = await sql<{ partnerId: string }>`
    SELECT DISTINCT partner_id AS "partnerId" FROM framework.crossing
    WHERE workspace_id = ${tx.workspaceId}::uuid AND code = ${code} AND (state = 'open' OR decided_at >= ${since})`.execute(
    tx.db,
  );
  return new Set(rows.map(({ partnerId }) => partnerId));
}

/** Nothing when the same is open already: two rounds at once propose once. */
export async function insertCrossing(tx: Tx, one: CrossingRecord): Promise<boolean> {
  const { rows } = await sql`
    INSERT INTO framework.crossing (workspace_id, id, partner_id, code, version, rule, found, proposed_at)
    VALUES (${tx.workspaceId}::uuid, ${one.id}, ${one.partnerId}, ${one.code}, ${one.version},
      ${JSON.stringify(one.rule)}::jsonb, ${one.found.toString()}::bigint, ${one.proposedAt})
    ON CONFLICT (workspace_id, partner_id, code) WHERE state = 'open' DO NOTHING RETURNING id`.execute(tx.db);
  return rows.length > 0;
}

export async function pageOfCrossings(
  tx: Tx,
  asked: { readonly state: CrossingState; readonly after: Place | null; readonly limit: number },
): Promise<NamedCrossing[]> {
  const from = asked.after
    ? sql`AND (c.proposed_at, c.id) < (${asked.after.value}::timestamptz, ${asked.after.id}::text)`
    : sql``;
  const { rows } = await sql<NamedCrossing>`
    ${NAMED} WHERE c.workspace_id = ${tx.workspaceId}::uuid AND c.state = ${asked.state} ${from}
    ORDER BY c.proposed_at DESC, c.id DESC LIMIT ${asked.limit + 1}`.execute(tx.db);
  return rows;
}

export async function namedCrossing(tx: Tx, id: string): Promise<NamedCrossing | null> {
  const { rows } = await sql<NamedCrossing>`
    ${NAMED} WHERE c.workspace_id = ${tx.workspaceId}::uuid AND c.id = ${id}`.execute(tx.db);
  return rows[0] ?? null;
}

/** Locked till the end of the transaction. */
export async function lockCrossing(tx: Tx, id: string): Promise<CrossingRecord | null> {
  const { rows } = await sql<CrossingRecord>`
    SELECT ${FIELDS} FROM framework.crossing c
    WHERE c.workspace_id = ${tx.workspaceId}::uuid AND c.id = ${id} FOR UPDATE`.execute(tx.db);
  return rows[0] ?? null;
}

export async function settleCrossing(
  tx: Tx,
  id: string,
  decided: { readonly state: 'accepted' | 'declined'; readonly reason: string },
): Promise<void> {
  await sql`
    UPDATE framework.crossing SET state = ${decided.state}, reason = ${decided.reason}, decided_at = ${tx.now()},
      decided_by = ${tx.actor.id}
    WHERE workspace_id = ${tx.workspaceId}::uuid AND id = ${id}`.execute(tx.db);
}

/** Working partners, and how many of them are led personally. */
export async function countTracks(tx: Tx): Promise<{ working: number; highTouch: number }> {
  const { rows } = await sql<{ working: number; highTouch: number }>`
    SELECT count(*)::int AS working, count(*) FILTER (WHERE p.track = 'high_touch')::int AS "highTouch"
    FROM lifecycle.v_standing s
    JOIN directory.v_partner p ON p.workspace_id = s.workspace_id AND p.id = s.partner_id
    WHERE s.workspace_id = ${tx.workspaceId}::uuid AND s.stage = 'working'`.execute(tx.db);
  return rows[0] ?? { working: 0, highTouch: 0 };
}
