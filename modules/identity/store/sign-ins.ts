import { sql } from 'kysely';
import type { Tx } from '@mosty/kernel/context';

/** Rows of the sign-in library that our own verbs read and write in their transactions. A user belongs to no workspace. */
export interface User {
  readonly id: string;
  readonly name: string;
  readonly email: string;
}

export async function findUserByEmail(tx: Tx, email: string): Promise<User | undefined> {
  const { rows } =
    await sql<User>`SELECT id, name, email FROM auth."user" WHERE email = ${email.toLowerCase()}`.execute(
      tx.db,
    );
  return rows[0];
}

export async function findUser(tx: Tx, id: string): Promise<User | undefined> {
  const { rows } = await sql<User>`SELECT id, name, email FROM auth."user" WHERE id = ${id}`.execute(tx.db);
  return rows[0];
}

/** The address counts as proven: it came by a letter, or from the one who set up the installation. */
export async function insertUser(tx: Tx, user: User): Promise<void> {
  await sql`
    INSERT INTO auth."user" (id, name, email, email_verified, created_at, updated_at)
    VALUES (${user.id}, ${user.name}, ${user.email.toLowerCase()}, true, ${tx.now()}, ${tx.now()})
    ON CONFLICT (id) DO NOTHING`.execute(tx.db);
}

/** `hash` is the library's slow hash. */
export async function insertPassword(tx: Tx, id: string, userId: string, hash: string): Promise<void> {
  await sql`
    INSERT INTO auth.account (id, user_id, account_id, provider_id, password, created_at, updated_at)
    VALUES (${id}, ${userId}, ${userId}, 'credential', ${hash}, ${tx.now()}, ${tx.now()})`.execute(tx.db);
}

export interface Ways {
  readonly email: string;
  readonly hasPassword: boolean;
  readonly hasTotp: boolean;
}

export async function findWaysIn(tx: Tx, userId: string): Promise<Ways | undefined> {
  const { rows } = await sql<Ways>`
    SELECT u.email, u.two_factor_enabled AS "hasTotp",
           EXISTS (SELECT FROM auth.account a WHERE a.user_id = u.id AND a.password IS NOT NULL) AS "hasPassword"
    FROM auth."user" u WHERE u.id = ${userId}`.execute(tx.db);
  return rows[0];
}

export async function listPasskeys(
  tx: Tx,
  userId: string,
): Promise<{ id: string; name: string | null; createdAt: Date | null }[]> {
  const { rows } = await sql<{ id: string; name: string | null; createdAt: Date | null }>`
    SELECT id, name, created_at AS "createdAt" FROM auth.passkey WHERE user_id = ${userId} ORDER BY created_at, id`.execute(
    tx.db,
  );
  return rows;
}

export interface Session {
  readonly id: string;
  readonly token: string;
  readonly createdAt: Date;
  readonly updatedAt: Date;
  readonly expiresAt: Date;
  readonly ipAddress: string | null;
  readonly userAgent: string | null;
}

/** Those that still work, freshest first. The wall clock decides, as in the library. */
export async function listSessions(tx: Tx, userId: string, at: Date): Promise<Session[]> {
  const { rows } = await sql<Session>`
    SELECT id, token, created_at AS "createdAt", updated_at AS "updatedAt", expires_at AS "expiresAt",
           ip_address AS "ipAddress", user_agent AS "userAgent"
    FROM auth.session WHERE user_id = ${userId} AND expires_at > ${at} ORDER BY updated_at DESC, id`.execute(
    tx.db,
  );
  return rows;
}

export async function deleteSession(tx: Tx, userId: string, id: string): Promise<number> {
  const { numAffectedRows } =
    await sql`DELETE FROM auth.session WHERE user_id = ${userId} AND id = ${id}`.execute(tx.db);
  return Number(numAffectedRows ?? 0n);
}

/** All of them, or all but the one with this token. */
export async function deleteSessions(tx: Tx, userId: string, butToken: string | null): Promise<number> {
  const { numAffectedRows } = await sql`
    DELETE FROM auth.session WHERE user_id = ${userId} AND token IS DISTINCT FROM ${butToken}`.execute(tx.db);
  return Number(numAffectedRows ?? 0n);
}
