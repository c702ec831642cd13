import { sql } from 'kysely';
import type { Tx } from '../context/index.ts';

/** Answers kept for repeated requests that hold any of these texts are gone: nobody repeats a request of that age. */
export async function forgetAnswers(tx: Tx, texts: readonly string[]): Promise<void> {
  if (texts.length === 0) return;
  await sql`
    DELETE FROM kernel.idempotency
    WHERE workspace_id = ${tx.workspaceId}::uuid
      AND EXISTS (SELECT FROM unnest(${texts}::text[]) AS t(held) WHERE strpos(answer::text, t.held) > 0)`.execute(
    tx.db,
  );
}
