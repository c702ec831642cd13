import { sql } from 'kysely';
import type { Tx } from '@mosty/kernel/context';
import type { Id } from '@mosty/kernel/id';
import type { Role } from '../contract/roles.ts';

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
    SELECT ${COLUMNS} FROM identity.member WHERE workspace_id = ${tx.workspaceId}::uuid AND id = ${id}`.execute(tx.db);
  return rows[0];
}

export async function findMemberByEmail(tx: Tx, email: string): Promise<Member | undefined> {
  const { rows } = await sql<Member>`
    SELECT ${COLUMNS} FROM identity.member
    WHERE workspace_id = ${tx.workspaceId}::uuid AND lower(email) = lower(${email}) AND left_at IS NULL`.execute(tx.db);
  return rows[0];
}

export async function insertMember(tx: Tx, member: Member): Promise<void> {
  await sql`
    INSERT INTO identity.member (workspace_id, id, user_id, name, email, role, partner_id, money_granted, created_at)
    VALUES (${tx.workspaceId}::uuid, ${member.id}, ${member.userId}, ${member.name}, ${member.email}, ${member.role},
            ${member.partnerId}, ${member.moneyGranted}, ${member.createdAt})`.execute(tx.db);
}
