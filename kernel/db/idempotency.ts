import { createHash } from 'node:crypto';
import { sql } from 'kysely';
import type { Context, Tx } from '../context/index.ts';
import { transact } from './transact.ts';
import { refuse } from '../refusal/index.ts';
import type { Operation } from '../operation/index.ts';

/** Keys are kept at least a day; the cleaner takes those older than this. */
export const KEY_KEPT_MS = 48 * 3_600_000;

/**
 * Answers the same key with the same answer. The key is claimed in the transaction that does the work, so a
 * concurrent duplicate waits for it and then reads the stored answer; a refusal rolls the claim back.
 * @throws request.idempotency_key_reused when the key came with another body
 */
export function withIdempotency(
  ctx: Context,
  operation: Operation,
  key: string,
  body: unknown,
  work: (tx: Tx) => Promise<unknown>,
): Promise<unknown> {
  const scoped = `${ctx.actor.id}:${key}`;
  const hash = createHash('sha256')
    .update(JSON.stringify(body) ?? '')
    .digest('hex');
  return transact(ctx, async (tx) => {
    const claimed = await sql`
      INSERT INTO kernel.idempotency (workspace_id, key, operation, body_hash, created_at)
      VALUES (${tx.workspaceId}::uuid, ${scoped}, ${operation.id}, ${hash}, ${tx.now()})
      ON CONFLICT DO NOTHING RETURNING key`.execute(tx.db);
    if (claimed.rows.length === 0) return replay(tx, operation, scoped, hash);
    const answer = await work(tx);
    const stored = JSON.stringify(answer ?? null, (_name, value: unknown) =>
      typeof value === 'bigint' ? Number(value) : value,
    );
    await sql`
      UPDATE kernel.idempotency SET status = ${operation.status}, answer = ${stored}::jsonb
      WHERE workspace_id = ${tx.workspaceId}::uuid AND key = ${scoped}`.execute(tx.db);
    return answer;
  });
}

async function replay(tx: Tx, operation: Operation, key: string, hash: string): Promise<unknown> {
  const { rows } = await sql<{ operation: string; body_hash: string; answer: unknown }>`
    SELECT operation, body_hash, answer FROM kernel.idempotency
    WHERE workspace_id = ${tx.workspaceId}::uuid AND key = ${key}`.execute(tx.db);
  const stored = rows[0];
  if (!stored || stored.operation !== operation.id || stored.body_hash !== hash) {
    refuse('conflict', 'request.idempotency_key_reused', { operation: operation.id });
  }
  return stored.answer;
}
