import { sql } from 'kysely';
import type { Tx } from '@mosty/kernel/context';
import type { Id } from '@mosty/kernel/id';
import type { SessionKind } from '../contract/session.ts';

export interface SessionRecord {
  readonly id: Id<'session'>;
  readonly kind: SessionKind;
  readonly title: string;
  readonly startsAt: Date;
  readonly minutes: number;
  readonly promised: string | null;
  readonly heldAt: Date | null;
}

const FIELDS = sql`s.id, s.kind, s.title, s.starts_at AS "startsAt", s.minutes, s.promised, s.held_at AS "heldAt"`;

export const SESSION_ROWS = 100;

export async function sessionsOf(
  tx: Tx,
  asked: { id?: string | undefined; partnerId?: string | undefined; from?: Date; to?: Date },
): Promise<SessionRecord[]> {
  const { rows } = await sql<SessionRecord>`
    SELECT ${FIELDS} FROM rhythm.session s
    WHERE s.workspace_id = ${tx.workspaceId}::uuid
      ${asked.id ? sql`AND s.id = ${asked.id}` : sql``}
      ${asked.from ? sql`AND s.starts_at >= ${asked.from}` : sql``}
      ${asked.to ? sql`AND s.starts_at < ${asked.to}` : sql``}
      ${
        asked.partnerId
          ? sql`AND EXISTS (SELECT FROM rhythm.session_partner i WHERE i.workspace_id = s.workspace_id
              AND i.session_id = s.id AND i.partner_id = ${asked.partnerId})`
          : sql``
      }
    ORDER BY s.starts_at DESC, s.id DESC LIMIT ${SESSION_ROWS + 1}`.execute(tx.db);
  return rows;
}

export async function lockSession(tx: Tx, id: string): Promise<SessionRecord | null> {
  const { rows } = await sql<SessionRecord>`
    SELECT ${FIELDS} FROM rhythm.session s
    WHERE s.workspace_id = ${tx.workspaceId}::uuid AND s.id = ${id} FOR UPDATE`.execute(tx.db);
  return rows[0] ?? null;
}

export async function saveSession(tx: Tx, one: SessionRecord): Promise<void> {
  await sql`
    INSERT INTO rhythm.session (workspace_id, id, kind, title, starts_at, minutes, promised, held_at, created_at, created_by)
    VALUES (${tx.workspaceId}::uuid, ${one.id}, ${one.kind}, ${one.title}, ${one.startsAt}, ${one.minutes},
      ${one.promised}, ${one.heldAt}, ${tx.now()}, ${tx.actor.id})
    ON CONFLICT (workspace_id, id) DO UPDATE SET promised = EXCLUDED.promised, held_at = EXCLUDED.held_at`.execute(
    tx.db,
  );
}

export async function insertInvited(
  tx: Tx,
  sessionId: string,
  partnerIds: readonly string[],
  memberIds: readonly string[],
): Promise<void> {
  await sql`
    INSERT INTO rhythm.session_partner (workspace_id, session_id, partner_id)
    SELECT ${tx.workspaceId}::uuid, ${sessionId}, id FROM unnest(${partnerIds}::text[]) AS id`.execute(tx.db);
  await sql`
    INSERT INTO rhythm.session_member (workspace_id, session_id, member_id)
    SELECT ${tx.workspaceId}::uuid, ${sessionId}, id FROM unnest(${memberIds}::text[]) AS id`.execute(tx.db);
}

export async function markCame(tx: Tx, sessionId: string, came: readonly string[]): Promise<void> {
  await sql`
    UPDATE rhythm.session_partner SET came = partner_id = ANY(${came}::text[])
    WHERE workspace_id = ${tx.workspaceId}::uuid AND session_id = ${sessionId}`.execute(tx.db);
}

export async function partnersOfSessions(tx: Tx, ids: readonly string[]) {
  const { rows } = await sql<{
    sessionId: string;
    id: Id<'partner'>;
    name: string;
    came: boolean | null;
  }>`
    SELECT i.session_id AS "sessionId", p.id, p.name, i.came FROM rhythm.session_partner i
    JOIN directory.v_partner p ON p.workspace_id = i.workspace_id AND p.id = i.partner_id
    WHERE i.workspace_id = ${tx.workspaceId}::uuid AND i.session_id = ANY(${ids}::text[]) ORDER BY p.name, p.id`.execute(
    tx.db,
  );
  return rows;
}

export async function membersOfSessions(tx: Tx, ids: readonly string[]) {
  const { rows } = await sql<{ sessionId: string; memberId: Id<'member'> }>`
    SELECT session_id AS "sessionId", member_id AS "memberId" FROM rhythm.session_member
    WHERE workspace_id = ${tx.workspaceId}::uuid AND session_id = ANY(${ids}::text[]) ORDER BY member_id`.execute(
    tx.db,
  );
  return rows;
}

export async function insertSessionNote(
  tx: Tx,
  one: {
    readonly id: Id<'session_note'>;
    readonly sessionId: string;
    readonly isPrivate: boolean;
    readonly text: string;
  },
): Promise<void> {
  await sql`
    INSERT INTO rhythm.session_note (workspace_id, id, session_id, is_private, text, author_id, at)
    VALUES (${tx.workspaceId}::uuid, ${one.id}, ${one.sessionId}, ${one.isPrivate}, ${one.text}, ${tx.actor.id}, ${tx.now()})`.execute(
    tx.db,
  );
}

/** The words of a private note stay in the database for everybody who was not there, whatever their role (S1.47). */
export async function notesOfSessions(tx: Tx, ids: readonly string[]) {
  const { rows } = await sql<{
    sessionId: string;
    id: Id<'session_note'>;
    isPrivate: boolean;
    text: string | null;
    authorId: string;
    at: Date;
  }>`
    SELECT n.session_id AS "sessionId", n.id, n.is_private AS "isPrivate", n.author_id AS "authorId", n.at,
      CASE WHEN NOT n.is_private OR n.author_id = ${tx.actor.id} OR EXISTS (
        SELECT FROM rhythm.session_member m WHERE m.workspace_id = n.workspace_id AND m.session_id = n.session_id
          AND m.member_id = ${tx.actor.id}) THEN n.text END AS text
    FROM rhythm.session_note n
    WHERE n.workspace_id = ${tx.workspaceId}::uuid AND n.session_id = ANY(${ids}::text[]) ORDER BY n.at, n.id`.execute(
    tx.db,
  );
  return rows;
}
