import { sql } from 'kysely';
import type { Tx } from '../context/index.ts';

/** Answers kept for repeated requests that hold any of these texts, in letters of any size, are gone: nobody repeats a request of that age. */
export async function forgetAnswers(tx: Tx, texts: readonly string[]): Promise<void> {
  if (texts.length === 0) return;
  await sql`
    DELETE FROM kernel.idempotency
    WHERE workspace_id = ${tx.workspaceId}::uuid
      AND EXISTS (SELECT FROM unnest(${texts}::text[]) AS t(held) WHERE strpos(lower(answer::text), lower(t.held)) > 0)`.execute(
    tx.db,
  );
}

/** So many at once: a short transaction each. */
const PART = 5_000;

/** Of the answers kept from before then, the next part. Returns how many are gone. */
export async function forgetAnswersBefore(tx: Tx, before: Date): Promise<number> {
  const { numAffectedRows } = await sql`
    DELETE FROM kernel.idempotency
    WHERE workspace_id = ${tx.workspaceId}::uuid AND key IN (
      SELECT key FROM kernel.idempotency
      WHERE workspace_id = ${tx.workspaceId}::uuid AND created_at < ${before}
      ORDER BY created_at LIMIT ${PART} FOR UPDATE SKIP LOCKED)`.execute(tx.db);
  return Number(numAffectedRows ?? 0);
}
