import { sql } from 'kysely';
import type { Tx } from '@mosty/kernel/context';
import type { Id } from '@mosty/kernel/id';
import type { Tagged } from '../domain/expertise.ts';

export async function expertiseOfTeam(tx: Tx): Promise<(Tagged & { memberId: Id<'member'> })[]> {
  const { rows } = await sql<Tagged & { memberId: Id<'member'> }>`
    SELECT member_id AS "memberId", tag, tag_key AS "tagKey" FROM directory.member_expertise
    WHERE workspace_id = ${tx.workspaceId}::uuid ORDER BY member_id, tag`.execute(tx.db);
  return rows;
}

export async function expertiseOfPartner(tx: Tx, partnerId: string): Promise<Map<string, string>> {
  const { rows } = await sql<{ key: string; tag: string }>`
    SELECT tag_key AS key, tag FROM directory.partner_expertise
    WHERE workspace_id = ${tx.workspaceId}::uuid AND partner_id = ${partnerId} ORDER BY tag`.execute(tx.db);
  return new Map(rows.map(({ key, tag }) => [key, tag]));
}

/** Words used of partners and of colleagues, each once. */
export async function knownTags(tx: Tx): Promise<string[]> {
  const { rows } = await sql<{ tag: string }>`
    SELECT min(tag) AS tag FROM (
      SELECT tag_key, tag FROM directory.member_expertise WHERE workspace_id = ${tx.workspaceId}::uuid
      UNION ALL SELECT tag_key, tag FROM directory.partner_expertise WHERE workspace_id = ${tx.workspaceId}::uuid
    ) AS used GROUP BY tag_key ORDER BY 1 LIMIT 200`.execute(tx.db);
  return rows.map(({ tag }) => tag);
}

export async function saveMemberExpertise(
  tx: Tx,
  memberId: string,
  tags: ReadonlyMap<string, string>,
): Promise<void> {
  await sql`
    DELETE FROM directory.member_expertise
    WHERE workspace_id = ${tx.workspaceId}::uuid AND member_id = ${memberId}`.execute(tx.db);
  await sql`
    INSERT INTO directory.member_expertise (workspace_id, member_id, tag_key, tag)
    SELECT ${tx.workspaceId}::uuid, ${memberId}, k, t
    FROM unnest(${[...tags.keys()]}::text[], ${[...tags.values()]}::text[]) AS x (k, t)
    ON CONFLICT (workspace_id, member_id, tag_key) DO NOTHING`.execute(tx.db);
}

export async function savePartnerExpertise(
  tx: Tx,
  partnerId: string,
  tags: ReadonlyMap<string, string>,
): Promise<void> {
  await sql`
    DELETE FROM directory.partner_expertise
    WHERE workspace_id = ${tx.workspaceId}::uuid AND partner_id = ${partnerId}`.execute(tx.db);
  await sql`
    INSERT INTO directory.partner_expertise (workspace_id, partner_id, tag_key, tag)
    SELECT ${tx.workspaceId}::uuid, ${partnerId}, k, t
    FROM unnest(${[...tags.keys()]}::text[], ${[...tags.values()]}::text[]) AS x (k, t)`.execute(tx.db);
}
