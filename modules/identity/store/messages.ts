import { sql } from 'kysely';
import type { Tx } from '@mosty/kernel/context';
import type { Id } from '@mosty/kernel/id';

export type MessageState = 'queued' | 'sent' | 'failed' | 'kept';

export interface Message {
  readonly id: Id<'message'>;
  readonly kind: string;
  readonly toEmail: string;
  readonly subject: string;
  readonly body: string | null;
  readonly isSecret: boolean;
  readonly forOwnerOnly: boolean;
  readonly state: MessageState;
  readonly attempts: number;
  readonly nextAttemptAt: Date;
  readonly lastError: string | null;
  readonly createdAt: Date;
  readonly sentAt: Date | null;
  readonly expiresAt: Date | null;
}

const COLUMNS = sql`
  id, kind, to_email AS "toEmail", subject, body, is_secret AS "isSecret", for_owner_only AS "forOwnerOnly", state, attempts,
  next_attempt_at AS "nextAttemptAt", last_error AS "lastError", created_at AS "createdAt", sent_at AS "sentAt",
  expires_at AS "expiresAt"`;

export async function insertMessage(tx: Tx, message: Message): Promise<void> {
  await sql`
    INSERT INTO identity.outbox_message (workspace_id, id, kind, to_email, subject, body, is_secret, for_owner_only, state,
      next_attempt_at, created_at, expires_at)
    VALUES (${tx.workspaceId}::uuid, ${message.id}, ${message.kind}, ${message.toEmail}, ${message.subject}, ${message.body},
      ${message.isSecret}, ${message.forOwnerOnly}, ${message.state}, ${message.nextAttemptAt}, ${message.createdAt},
      ${message.expiresAt})`.execute(tx.db);
}

export async function findMessage(tx: Tx, id: Id<'message'>): Promise<Message | undefined> {
  const { rows } = await sql<Message>`
    SELECT ${COLUMNS} FROM identity.outbox_message WHERE workspace_id = ${tx.workspaceId}::uuid AND id = ${id}`.execute(
    tx.db,
  );
  return rows[0];
}

/** Null when another sender has it. */
export async function claimMessage(tx: Tx, id: Id<'message'>, leaseUntil: Date): Promise<Message | null> {
  const { rows } = await sql<Message>`
    UPDATE identity.outbox_message SET attempts = attempts + 1, next_attempt_at = ${leaseUntil}
    WHERE workspace_id = ${tx.workspaceId}::uuid AND id = ${id} AND state = 'queued' AND next_attempt_at <= ${tx.now()}
    RETURNING ${COLUMNS}`.execute(tx.db);
  return rows[0] ?? null;
}

export async function saveMessage(tx: Tx, message: Message): Promise<void> {
  await sql`
    UPDATE identity.outbox_message
    SET state = ${message.state}, attempts = ${message.attempts}, next_attempt_at = ${message.nextAttemptAt},
        last_error = ${message.lastError}, sent_at = ${message.sentAt}, body = ${message.body}
    WHERE workspace_id = ${tx.workspaceId}::uuid AND id = ${message.id}`.execute(tx.db);
}

/** Newest first; `before` is the id to continue from. Ids sort by the time they were made. */
export async function listMessages(
  tx: Tx,
  filter: { state?: MessageState | undefined; before?: string | undefined; limit: number },
): Promise<Message[]> {
  const { rows } = await sql<Message>`
    SELECT ${COLUMNS} FROM identity.outbox_message
    WHERE workspace_id = ${tx.workspaceId}::uuid
      AND (${filter.state ?? null}::text IS NULL OR state = ${filter.state ?? null})
      AND (${filter.before ?? null}::text IS NULL OR id < ${filter.before ?? null})
    ORDER BY id DESC LIMIT ${filter.limit}`.execute(tx.db);
  return rows;
}

/** A one-time link that works no more has no reason to be kept. */
export async function eraseStaleSecrets(tx: Tx): Promise<void> {
  await sql`
    UPDATE identity.outbox_message SET body = NULL, state = CASE state WHEN 'queued' THEN 'failed' ELSE state END,
      last_error = CASE state WHEN 'queued' THEN 'expired' ELSE last_error END
    WHERE workspace_id = ${tx.workspaceId}::uuid AND is_secret AND body IS NOT NULL AND expires_at <= ${tx.now()}`.execute(
    tx.db,
  );
}
