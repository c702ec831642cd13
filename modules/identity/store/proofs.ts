import type { Tx } from '@mosty/kernel/context';
import type { Database } from '@mosty/kernel/db';
import { sql } from 'kysely';

/** By the library's hook, outside any company. */
export async function noteProof(database: Database, userId: string, way: string): Promise<void> {
  const connection = await database.connect();
  try {
    await sql`
      INSERT INTO auth.proof (user_id, way, at) VALUES (${userId}, ${way}, ${new Date()})
      ON CONFLICT (user_id) DO UPDATE SET way = EXCLUDED.way, at = EXCLUDED.at`.execute(connection.queries);
  } finally {
    connection.release();
  }
}

export async function lastProof(tx: Tx, userId: string): Promise<Date | null> {
  const { rows } = await sql<{ at: Date }>`SELECT at FROM auth.proof WHERE user_id = ${userId}`.execute(
    tx.db,
  );
  return rows[0]?.at ?? null;
}

export interface ProofCode {
  readonly codeHash: string;
  readonly sentAt: Date;
  readonly tries: number;
  readonly provenAt: Date | null;
}

/** Locked: of two guesses at once each counts. */
export function lockProofCode(tx: Tx, memberId: string): Promise<ProofCode | undefined> {
  return readProofCode(tx, memberId, sql`FOR UPDATE`);
}

export async function readProofCode(tx: Tx, memberId: string, lock = sql``): Promise<ProofCode | undefined> {
  const { rows } = await sql<ProofCode>`
    SELECT code_hash AS "codeHash", sent_at AS "sentAt", tries, proven_at AS "provenAt" FROM identity.proof_code
    WHERE workspace_id = ${tx.workspaceId}::uuid AND member_id = ${memberId} ${lock}`.execute(tx.db);
  return rows[0];
}

export async function saveProofCode(tx: Tx, memberId: string, code: ProofCode): Promise<void> {
  await sql`
    INSERT INTO identity.proof_code (workspace_id, member_id, code_hash, sent_at, tries, proven_at)
    VALUES (${tx.workspaceId}::uuid, ${memberId}, ${code.codeHash}, ${code.sentAt}, ${code.tries}, ${code.provenAt})
    ON CONFLICT (workspace_id, member_id) DO UPDATE
    SET code_hash = EXCLUDED.code_hash, sent_at = EXCLUDED.sent_at, tries = EXCLUDED.tries,
        proven_at = EXCLUDED.proven_at`.execute(tx.db);
}
