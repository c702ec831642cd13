import { sql } from 'kysely';
import type { Tx } from '@mosty/kernel/context';
import type { Place } from '@mosty/kernel/http';
import type { Id } from '@mosty/kernel/id';

export interface GivenRecord {
  readonly id: Id<'given_service'>;
  readonly ru: string;
  readonly en: string;
  readonly givenOn: string;
  readonly byMemberId: Id<'member'> | null;
  readonly toWhom: string;
}

/** The newest first. */
export async function givenTo(tx: Tx, partnerId: string, limit: number): Promise<GivenRecord[]> {
  const { rows } = await sql<GivenRecord>`
    SELECT id, ru, en, given_on AS "givenOn", by_member_id AS "byMemberId", to_whom AS "toWhom"
    FROM framework.given_service WHERE workspace_id = ${tx.workspaceId}::uuid AND partner_id = ${partnerId}
    ORDER BY given_on DESC, id DESC LIMIT ${limit}`.execute(tx.db);
  return rows;
}

/** By the words of a service: how often and when last. */
export async function timesGiven(
  tx: Tx,
  partnerId: string,
): Promise<Map<string, { times: number; lastOn: string }>> {
  const { rows } = await sql<{ ru: string; times: number; lastOn: string }>`
    SELECT ru, count(*)::int AS times, max(given_on) AS "lastOn" FROM framework.given_service
    WHERE workspace_id = ${tx.workspaceId}::uuid AND partner_id = ${partnerId} GROUP BY ru`.execute(tx.db);
  return new Map(rows.map(({ ru, times, lastOn }) => [ru, { times, lastOn }]));
}

export async function insertGiven(
  tx: Tx,
  partnerId: string,
  { id, ru, en, givenOn, byMemberId, toWhom }: GivenRecord,
): Promise<void> {
  await sql`
    INSERT INTO framework.given_service (workspace_id, id, partner_id, ru, en, given_on, by_member_id, to_whom, noted_at, noted_by)
    VALUES (${tx.workspaceId}::uuid, ${id}, ${partnerId}, ${ru}, ${en}, ${givenOn}::date, ${byMemberId}, ${toWhom},
      ${tx.now()}, ${tx.actor.id})`.execute(tx.db);
}

export async function forgetToWhom(tx: Tx, partnerId: string, called: string): Promise<void> {
  await sql`
    UPDATE framework.given_service SET to_whom = ${called}
    WHERE workspace_id = ${tx.workspaceId}::uuid AND partner_id = ${partnerId}`.execute(tx.db);
}

export interface PackageCount {
  readonly partnerId: Id<'partner'>;
  readonly partnerName: string;
  readonly keeperId: Id<'member'> | null;
  readonly given: number;
  readonly lastOn: string | null;
}

/** Partners led personally, with how many of these services each was given; those given least first. */
export async function pageOfPackages(
  tx: Tx,
  services: readonly string[],
  asked: { readonly after: Place | null; readonly limit: number },
): Promise<PackageCount[]> {
  const { after } = asked;
  const { rows } = await sql<PackageCount>`
    WITH counted AS (
      SELECT p.id AS "partnerId", p.name AS "partnerName", p.owner_member_id AS "keeperId",
             count(DISTINCT g.ru)::int AS given, max(g.given_on) AS "lastOn"
      FROM directory.v_partner p
      JOIN lifecycle.v_standing s ON s.workspace_id = p.workspace_id AND s.partner_id = p.id
      LEFT JOIN framework.given_service g ON g.workspace_id = p.workspace_id AND g.partner_id = p.id
        AND g.ru = ANY(${services}::text[])
      WHERE p.workspace_id = ${tx.workspaceId}::uuid AND p.track = 'high_touch' AND p.archived_at IS NULL
        AND s.stage IN ('agreed', 'launch', 'pilot', 'working', 'review')
      GROUP BY p.id, p.name, p.owner_member_id)
    SELECT * FROM counted
    ${after ? sql`WHERE (given, "partnerId") > (${after.value}::int, ${after.id}::text)` : sql``}
    ORDER BY given, "partnerId" LIMIT ${asked.limit + 1}`.execute(tx.db);
  return rows;
}
