import { sql } from 'kysely';
import type { Tx } from '@mosty/kernel/context';
import type { Id } from '@mosty/kernel/id';
import type { Role, TeamRole } from '../contract/roles.ts';

export interface Member {
  readonly id: Id<'member'>;
  readonly userId: string | null;
  readonly name: string;
  readonly email: string;
  readonly role: Role;
  readonly partnerId: Id<'partner'> | null;
  readonly moneyGranted: boolean;
  readonly createdAt: Date;
  readonly leftAt: Date | null;
}

const COLUMNS = sql`
  id, user_id AS "userId", name, email, role, partner_id AS "partnerId", money_granted AS "moneyGranted",
  created_at AS "createdAt", left_at AS "leftAt"`;

export async function findMember(tx: Tx, id: Id<'member'>): Promise<Member | undefined> {
  const { rows } = await sql<Member>`
    SELECT ${COLUMNS} FROM identity.member WHERE workspace_id = ${tx.workspaceId}::uuid AND id = ${id}`.execute(
    tx.db,
  );
  return rows[0];
}

/** The same, held until the transaction ends: two changes to one person follow each other. */
export async function lockMember(tx: Tx, id: Id<'member'>): Promise<Member | undefined> {
  const { rows } = await sql<Member>`
    SELECT ${COLUMNS} FROM identity.member WHERE workspace_id = ${tx.workspaceId}::uuid AND id = ${id} FOR UPDATE`.execute(
    tx.db,
  );
  return rows[0];
}

export async function findMemberByEmail(tx: Tx, email: string): Promise<Member | undefined> {
  const { rows } = await sql<Member>`
    SELECT ${COLUMNS} FROM identity.member
    WHERE workspace_id = ${tx.workspaceId}::uuid AND lower(email) = lower(${email}) AND left_at IS NULL`.execute(
    tx.db,
  );
  return rows[0];
}

/** By name. `left` shows those who left instead of those who are here. */
/** Those here or those who left; all, or those of one partner. */
export async function listMembers(tx: Tx, left: boolean, partnerId: string | null = null): Promise<Member[]> {
  const { rows } = await sql<Member>`
    SELECT ${COLUMNS} FROM identity.member
    WHERE workspace_id = ${tx.workspaceId}::uuid AND (left_at IS NOT NULL) = ${left}
      AND (${partnerId}::text IS NULL OR partner_id = ${partnerId})
    ORDER BY name, id`.execute(tx.db);
  return rows;
}

/** Of these, those who are here. */
export async function membersHere(tx: Tx, ids: readonly string[]): Promise<Member[]> {
  const { rows } = await sql<Member>`
    SELECT ${COLUMNS} FROM identity.member
    WHERE workspace_id = ${tx.workspaceId}::uuid AND id = ANY(${ids}::text[]) AND left_at IS NULL
    ORDER BY name, id`.execute(tx.db);
  return rows;
}

/** Those of the company in these roles who are here. */
export async function teamOfRoles(tx: Tx, roles: readonly TeamRole[]): Promise<Member[]> {
  const { rows } = await sql<Member>`
    SELECT ${COLUMNS} FROM identity.member
    WHERE workspace_id = ${tx.workspaceId}::uuid AND role = ANY(${roles}::text[]) AND partner_id IS NULL
      AND left_at IS NULL
    ORDER BY name, id`.execute(tx.db);
  return rows;
}

/** Locks every owner, so that two of them cannot remove each other at once. */
export async function lockOwners(tx: Tx): Promise<number> {
  const { rows } = await sql`
    SELECT id FROM identity.member
    WHERE workspace_id = ${tx.workspaceId}::uuid AND role = 'owner' AND left_at IS NULL ORDER BY id FOR UPDATE`.execute(
    tx.db,
  );
  return rows.length;
}

export async function countOwners(tx: Tx): Promise<number> {
  const { rows } = await sql<{ owners: number }>`
    SELECT count(*)::int AS owners FROM identity.member
    WHERE workspace_id = ${tx.workspaceId}::uuid AND role = 'owner' AND left_at IS NULL`.execute(tx.db);
  return rows[0]?.owners ?? 0;
}

export async function insertMember(tx: Tx, member: Member): Promise<void> {
  await sql`
    INSERT INTO identity.member (workspace_id, id, user_id, name, email, role, partner_id, money_granted, created_at)
    VALUES (${tx.workspaceId}::uuid, ${member.id}, ${member.userId}, ${member.name}, ${member.email}, ${member.role},
            ${member.partnerId}, ${member.moneyGranted}, ${member.createdAt})`.execute(tx.db);
}

export async function saveMember(tx: Tx, member: Member): Promise<void> {
  await sql`
    UPDATE identity.member
    SET user_id = ${member.userId}, name = ${member.name}, role = ${member.role}, money_granted = ${member.moneyGranted},
        left_at = ${member.leftAt}
    WHERE workspace_id = ${tx.workspaceId}::uuid AND id = ${member.id}`.execute(tx.db);
}

/** Of those who work in the company now: whom work may be given to. */
export async function namesOfTeam(tx: Tx, ids: readonly string[]): Promise<Map<string, string>> {
  const { rows } = await sql<{ id: string; name: string }>`
    SELECT id, name FROM identity.member
    WHERE workspace_id = ${tx.workspaceId}::uuid AND id = ANY(${ids}::text[]) AND partner_id IS NULL
      AND left_at IS NULL`.execute(tx.db);
  return new Map(rows.map((row) => [row.id, row.name]));
}

export async function namesOfMembers(tx: Tx, ids: readonly string[]): Promise<Map<string, string>> {
  const { rows } = await sql<{ id: string; name: string }>`
    SELECT id, name FROM identity.member WHERE workspace_id = ${tx.workspaceId}::uuid AND id = ANY(${ids}::text[])`.execute(
    tx.db,
  );
  return new Map(rows.map((row) => [row.id, row.name]));
}
