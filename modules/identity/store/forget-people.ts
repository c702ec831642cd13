import { sql } from 'kysely';
import type { Tx } from '@mosty/kernel/context';

/** As they were known before they were forgotten. */
export interface KnownPerson {
  readonly id: string;
  readonly userId: string | null;
  readonly name: string;
  readonly email: string;
}

/** Everybody of a partner who signed in here or was invited to, those who left too. */
export async function peopleEverOf(tx: Tx, partnerId: string): Promise<KnownPerson[]> {
  const { rows } = await sql<KnownPerson>`
    SELECT id, user_id AS "userId", name, email FROM identity.member
    WHERE workspace_id = ${tx.workspaceId}::uuid AND partner_id = ${partnerId}
    UNION ALL
    SELECT id, NULL, name, email FROM identity.invitation
    WHERE workspace_id = ${tx.workspaceId}::uuid AND partner_id = ${partnerId} ORDER BY id`.execute(tx.db);
  return rows;
}

/** What they did stays signed by their ids, under one name for all. */
export async function forgetMembersOf(tx: Tx, partnerId: string, called: string): Promise<void> {
  await sql`
    UPDATE identity.member SET name = ${called}, email = '', user_id = NULL
    WHERE workspace_id = ${tx.workspaceId}::uuid AND partner_id = ${partnerId}`.execute(tx.db);
  await sql`
    UPDATE identity.invitation SET name = ${called}, email = ''
    WHERE workspace_id = ${tx.workspaceId}::uuid AND partner_id = ${partnerId}`.execute(tx.db);
}

/** Sign-ins of those who work nowhere on this installation any more, with everything the sign-in library kept of them. */
export async function forgetSignIns(tx: Tx, userIds: readonly string[]): Promise<void> {
  await sql`
    DELETE FROM auth."user" u
    WHERE u.id = ANY(${userIds}::text[]) AND NOT EXISTS (SELECT FROM identity.memberships(u.id))`.execute(
    tx.db,
  );
}

/** Of these addresses, in small letters, those of whoever works here or is asked to: on our side or for a partner. */
export async function addressesAtWork(tx: Tx, emails: readonly string[]): Promise<string[]> {
  const { rows } = await sql<{ email: string }>`
    SELECT lower(email) AS email FROM identity.member
    WHERE workspace_id = ${tx.workspaceId}::uuid AND left_at IS NULL AND lower(email) = ANY(${emails}::text[])
    UNION
    SELECT lower(email) FROM identity.invitation
    WHERE workspace_id = ${tx.workspaceId}::uuid AND accepted_at IS NULL AND withdrawn_at IS NULL
      AND expires_at > ${tx.now()} AND lower(email) = ANY(${emails}::text[])`.execute(tx.db);
  return rows.map(({ email }) => email);
}

/** @param emails in small letters */
export async function forgetMessagesTo(tx: Tx, emails: readonly string[]): Promise<void> {
  await sql`
    DELETE FROM identity.outbox_message
    WHERE workspace_id = ${tx.workspaceId}::uuid AND lower(to_email) = ANY(${emails}::text[])`.execute(tx.db);
}
