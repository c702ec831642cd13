import { sql } from 'kysely';
import type { Tx } from '@mosty/kernel/context';

export interface AttemptRecord {
  readonly number: number;
  readonly at: Date;
  readonly status: number | null;
  readonly durationMs: number;
  readonly error: string | null;
  readonly answer: string | null;
}

export async function insertAttempt(
  tx: Tx,
  of: { deliveryId: string; partnerId: string | null },
  attempt: AttemptRecord,
): Promise<void> {
  await sql`
    INSERT INTO webhooks.attempt (workspace_id, delivery_id, partner_id, number, at, status, duration_ms, error, answer)
    VALUES (${tx.workspaceId}::uuid, ${of.deliveryId}, ${of.partnerId}, ${attempt.number}, ${attempt.at},
            ${attempt.status}, ${attempt.durationMs}, ${attempt.error}, ${attempt.answer})`.execute(tx.db);
}

export async function attemptsOf(tx: Tx, deliveryId: string): Promise<AttemptRecord[]> {
  const { rows } = await sql<AttemptRecord>`
    SELECT number, at, status, duration_ms AS "durationMs", error, answer FROM webhooks.attempt
    WHERE workspace_id = ${tx.workspaceId}::uuid AND delivery_id = ${deliveryId} ORDER BY number DESC LIMIT 100`.execute(
    tx.db,
  );
  return rows;
}
