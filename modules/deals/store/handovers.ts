import { sql } from 'kysely';
import type { Tx, WorkspaceId } from '@mosty/kernel/context';
import type { Database } from '@mosty/kernel/db';
import type { Id } from '@mosty/kernel/id';

export interface Handover {
  readonly dealId: Id<'deal'>;
  readonly tokenHash: string;
  readonly sentAt: Date;
  readonly expiresAt: Date;
  readonly answeredAt: Date | null;
  readonly agreed: boolean | null;
  /** A later letter asks instead. */
  readonly replacedAt: Date | null;
}

export async function insertHandover(tx: Tx, row: Handover): Promise<void> {
  await sql`
    INSERT INTO deals.handover (workspace_id, deal_id, token_hash, sent_at, expires_at)
    VALUES (${tx.workspaceId}::uuid, ${row.dealId}, ${row.tokenHash}, ${row.sentAt}, ${row.expiresAt})`.execute(
    tx.db,
  );
}

/** The deal is locked by the caller. */
export async function replaceHandovers(tx: Tx, dealId: Id<'deal'>): Promise<void> {
  await sql`
    UPDATE deals.handover SET replaced_at = ${tx.now()}
    WHERE workspace_id = ${tx.workspaceId}::uuid AND deal_id = ${dealId} AND replaced_at IS NULL`.execute(
    tx.db,
  );
}

/** Held until the commit: of two taps one is the answer. */
export async function lockHandover(tx: Tx, tokenHash: string): Promise<Handover | undefined> {
  return (await select(tx, tokenHash, sql`FOR UPDATE`))[0];
}

export async function findHandover(tx: Tx, tokenHash: string): Promise<Handover | undefined> {
  return (await select(tx, tokenHash, sql``))[0];
}

async function select(tx: Tx, tokenHash: string, tail: ReturnType<typeof sql>): Promise<Handover[]> {
  const { rows } = await sql<Handover>`
    SELECT deal_id AS "dealId", token_hash AS "tokenHash", sent_at AS "sentAt", expires_at AS "expiresAt",
      answered_at AS "answeredAt", agreed, replaced_at AS "replacedAt"
    FROM deals.handover WHERE workspace_id = ${tx.workspaceId}::uuid AND token_hash = ${tokenHash} ${tail}`.execute(
    tx.db,
  );
  return rows;
}

export async function saveAnswer(tx: Tx, tokenHash: string, agreed: boolean): Promise<void> {
  await sql`
    UPDATE deals.handover SET answered_at = ${tx.now()}, agreed = ${agreed}
    WHERE workspace_id = ${tx.workspaceId}::uuid AND token_hash = ${tokenHash}`.execute(tx.db);
}

/** Outside any company: whoever holds the letter may learn which company it opens. */
export async function workspaceOfHandover(database: Database, hash: string): Promise<WorkspaceId | null> {
  const connection = await database.connect();
  try {
    const { rows } = await sql<{ id: WorkspaceId }>`
      SELECT workspace_id AS id FROM deals.find_handover(${hash})`.execute(connection.queries);
    return rows[0]?.id ?? null;
  } finally {
    connection.release();
  }
}
