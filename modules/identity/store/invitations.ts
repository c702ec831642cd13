import { sql } from 'kysely';
import type { Tx } from '@mosty/kernel/context';
import type { Id } from '@mosty/kernel/id';
import type { Role } from '../contract/roles.ts';

export interface Invitation {
  readonly id: Id<'invitation'>;
  readonly email: string;
  readonly name: string;
  readonly role: Role;
  readonly partnerId: Id<'partner'> | null;
  readonly moneyGranted: boolean;
  readonly tokenHash: string;
  /** Actor id of who invited. */
  readonly invitedBy: string;
  readonly createdAt: Date;
  readonly expiresAt: Date;
  readonly acceptedAt: Date | null;
  readonly withdrawnAt: Date | null;
  readonly memberId: Id<'member'> | null;
}

const COLUMNS = sql`
  id, email, name, role, partner_id AS "partnerId", money_granted AS "moneyGranted", token_hash AS "tokenHash",
  invited_by AS "invitedBy", created_at AS "createdAt", expires_at AS "expiresAt", accepted_at AS "acceptedAt",
  withdrawn_at AS "withdrawnAt", member_id AS "memberId"`;

/** False when the database knows no such partner, or it is put away: the directory guards that. */
export async function insertInvitation(tx: Tx, invitation: Invitation): Promise<boolean> {
  try {
    await sql`
      INSERT INTO identity.invitation (workspace_id, id, email, name, role, partner_id, money_granted, token_hash, invited_by,
        created_at, expires_at)
      VALUES (${tx.workspaceId}::uuid, ${invitation.id}, ${invitation.email}, ${invitation.name}, ${invitation.role},
        ${invitation.partnerId}, ${invitation.moneyGranted}, ${invitation.tokenHash}, ${invitation.invitedBy},
        ${invitation.createdAt}, ${invitation.expiresAt})`.execute(tx.db);
    return true;
  } catch (thrown) {
    if ((thrown as { constraint?: string }).constraint === 'invitation_of_live_partner') return false;
    throw thrown;
  }
}

/** Held until the transaction ends: of two who use the same link, one finds it used. */
export async function lockInvitation(tx: Tx, id: Id<'invitation'>): Promise<Invitation | undefined> {
  const { rows } = await sql<Invitation>`
    SELECT ${COLUMNS} FROM identity.invitation
    WHERE workspace_id = ${tx.workspaceId}::uuid AND id = ${id} FOR UPDATE`.execute(tx.db);
  return rows[0];
}

export async function findInvitation(tx: Tx, id: Id<'invitation'>): Promise<Invitation | undefined> {
  const { rows } = await sql<Invitation>`
    SELECT ${COLUMNS} FROM identity.invitation WHERE workspace_id = ${tx.workspaceId}::uuid AND id = ${id}`.execute(
    tx.db,
  );
  return rows[0];
}

/** Whoever took theirs is called as they are now. */
export async function invitationsByIds(
  tx: Tx,
  ids: readonly string[],
): Promise<Pick<Invitation, 'id' | 'name' | 'email' | 'partnerId'>[]> {
  const { rows } = await sql<Pick<Invitation, 'id' | 'name' | 'email' | 'partnerId'>>`
    SELECT i.id, COALESCE(m.name, i.name) AS name, COALESCE(m.email, i.email) AS email, i.partner_id AS "partnerId"
    FROM identity.invitation i
    LEFT JOIN identity.member m ON m.workspace_id = i.workspace_id AND m.id = i.member_id
    WHERE i.workspace_id = ${tx.workspaceId}::uuid AND i.id = ANY(${ids}::text[]) ORDER BY i.id`.execute(
    tx.db,
  );
  return rows;
}

/** People of partners who may sign in, or could by a letter; the next of them after an id. */
export async function nextInvitationsToPartners(
  tx: Tx,
  after: string,
  limit: number,
): Promise<Id<'invitation'>[]> {
  const { rows } = await sql<{ id: Id<'invitation'> }>`
    SELECT i.id FROM identity.invitation i
    LEFT JOIN identity.member m ON m.workspace_id = i.workspace_id AND m.id = i.member_id
    WHERE i.workspace_id = ${tx.workspaceId}::uuid AND i.partner_id IS NOT NULL AND i.id > ${after}
      AND CASE WHEN i.accepted_at IS NULL THEN i.withdrawn_at IS NULL AND i.expires_at > ${tx.now()}
        ELSE m.left_at IS NULL END
    ORDER BY i.id LIMIT ${limit}`.execute(tx.db);
  return rows.map(({ id }) => id);
}

/** All, or those of one partner. */
export async function listOpenInvitations(tx: Tx, partnerId: string | null): Promise<Invitation[]> {
  const { rows } = await sql<Invitation>`
    SELECT ${COLUMNS} FROM identity.invitation
    WHERE workspace_id = ${tx.workspaceId}::uuid AND accepted_at IS NULL AND withdrawn_at IS NULL
      AND (${partnerId}::text IS NULL OR partner_id = ${partnerId})
    ORDER BY created_at DESC, id DESC`.execute(tx.db);
  return rows;
}

/** Whether somebody else's invitation to this address waits. */
export async function isInvitedElsewhere(tx: Tx, email: string, partnerId: string | null): Promise<boolean> {
  const { rows } = await sql`
    SELECT FROM identity.invitation
    WHERE workspace_id = ${tx.workspaceId}::uuid AND lower(email) = lower(${email})
      AND accepted_at IS NULL AND withdrawn_at IS NULL AND partner_id IS DISTINCT FROM ${partnerId}`.execute(
    tx.db,
  );
  return rows.length > 0;
}

/** Ids of the invitations to this address that it withdrew. */
export async function withdrawOpenInvitations(tx: Tx, email: string): Promise<Id<'invitation'>[]> {
  const { rows } = await sql<{ id: Id<'invitation'> }>`
    UPDATE identity.invitation SET withdrawn_at = ${tx.now()}
    WHERE workspace_id = ${tx.workspaceId}::uuid AND lower(email) = lower(${email})
      AND accepted_at IS NULL AND withdrawn_at IS NULL
    RETURNING id`.execute(tx.db);
  return rows.map((row) => row.id);
}

export async function saveInvitation(tx: Tx, invitation: Invitation): Promise<void> {
  await sql`
    UPDATE identity.invitation
    SET accepted_at = ${invitation.acceptedAt}, withdrawn_at = ${invitation.withdrawnAt}, member_id = ${invitation.memberId}
    WHERE workspace_id = ${tx.workspaceId}::uuid AND id = ${invitation.id}`.execute(tx.db);
}

export async function namesOfInvitations(tx: Tx, ids: readonly string[]): Promise<Map<string, string>> {
  const { rows } = await sql<{ id: string; name: string }>`
    SELECT id, name FROM identity.invitation
    WHERE workspace_id = ${tx.workspaceId}::uuid AND id = ANY(${ids}::text[])`.execute(tx.db);
  return new Map(rows.map((row) => [row.id, row.name]));
}
