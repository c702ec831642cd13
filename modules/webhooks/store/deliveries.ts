import { sql, type RawBuilder } from 'kysely';
import type { Tx } from '@mosty/kernel/context';
import type { Place } from '@mosty/kernel/http';
import type { Id } from '@mosty/kernel/id';
import type { DeliveryView } from '../contract/deliveries.ts';
import type { Fill } from '../domain/template.ts';

export interface DeliveryRecord {
  readonly id: Id<'delivery'>;
  readonly targetId: string;
  readonly partnerId: string | null;
  readonly eventId: string;
  readonly eventSeq: bigint | null;
  readonly type: string;
  readonly occurredAt: Date;
  readonly item: string;
  readonly fill: Fill | null;
  readonly state: DeliveryView['state'];
  readonly attempts: number;
  readonly tries: number;
  readonly nextAttemptAt: Date;
  readonly createdAt: Date;
  readonly endedAt: Date | null;
  readonly lastStatus: number | null;
  readonly lastError: string | null;
}

export type NewDelivery = Pick<
  DeliveryRecord,
  'id' | 'targetId' | 'partnerId' | 'eventId' | 'eventSeq' | 'type' | 'occurredAt' | 'item' | 'fill'
>;

const COLUMNS = sql`
  id, target_id AS "targetId", partner_id AS "partnerId", event_id AS "eventId", event_seq AS "eventSeq", type,
  occurred_at AS "occurredAt", item, fill, state, attempts, tries, next_attempt_at AS "nextAttemptAt",
  created_at AS "createdAt", ended_at AS "endedAt", last_status AS "lastStatus", last_error AS "lastError"`;

/** Each event once for each address, however often this is said. Answers how many are new. */
export async function insertDeliveries(tx: Tx, deliveries: readonly NewDelivery[]): Promise<number> {
  if (deliveries.length === 0) return 0;
  const rows = deliveries.map((one) => ({
    ...one,
    eventSeq: one.eventSeq?.toString() ?? null,
    occurredAt: one.occurredAt.toISOString(),
  }));
  const { numAffectedRows } = await sql`
    INSERT INTO webhooks.delivery (workspace_id, id, target_id, partner_id, event_id, event_seq, type, occurred_at, item,
                                   fill, state, next_attempt_at, created_at)
    SELECT ${tx.workspaceId}::uuid, d.id, d."targetId", d."partnerId", d."eventId", d."eventSeq"::bigint, d.type,
           d."occurredAt", d.item, d.fill, 'waiting', ${tx.now()}, ${tx.now()}
    FROM jsonb_to_recordset(${JSON.stringify(rows)}::jsonb)
      AS d(id text, "targetId" text, "partnerId" text, "eventId" text, "eventSeq" text, type text,
           "occurredAt" timestamptz, item text, fill jsonb)
    ON CONFLICT (workspace_id, target_id, event_id, item) DO NOTHING`.execute(tx.db);
  return Number(numAffectedRows ?? 0n);
}

function select(tx: Tx, more: RawBuilder<unknown>): Promise<{ rows: DeliveryRecord[] }> {
  return sql<DeliveryRecord>`
    SELECT ${COLUMNS} FROM webhooks.delivery WHERE workspace_id = ${tx.workspaceId}::uuid ${more}`.execute(
    tx.db,
  );
}

export async function findDelivery(tx: Tx, id: string): Promise<DeliveryRecord | undefined> {
  return (await select(tx, sql`AND id = ${id}`)).rows[0];
}

export async function lockDelivery(tx: Tx, id: string): Promise<DeliveryRecord | undefined> {
  return (await select(tx, sql`AND id = ${id} FOR UPDATE`)).rows[0];
}

/** Newest first; one row more than `limit` where there is a next page. */
export async function listDeliveries(
  tx: Tx,
  asked: { targetId: string; state: string | null; after: Place | null; limit: number },
): Promise<DeliveryRecord[]> {
  const after = asked.after
    ? sql`AND (created_at, id) < (${asked.after.value}::timestamptz, ${asked.after.id}::text)`
    : sql``;
  const state = asked.state === null ? sql`` : sql`AND state = ${asked.state}`;
  const { rows } = await select(
    tx,
    sql`AND target_id = ${asked.targetId} ${state} ${after} ORDER BY created_at DESC, id DESC LIMIT ${asked.limit + 1}`,
  );
  return rows;
}

/** Takes it in hand until the lease ends; nothing when it is another's, not due or done. */
export async function claimDelivery(
  tx: Tx,
  id: string,
  leaseUntil: Date,
): Promise<DeliveryRecord | undefined> {
  const { rows } = await sql<DeliveryRecord>`
    UPDATE webhooks.delivery SET next_attempt_at = ${leaseUntil}, attempts = attempts + 1, tries = tries + 1
    WHERE workspace_id = ${tx.workspaceId}::uuid AND id = ${id} AND state = 'waiting' AND next_attempt_at <= ${tx.now()}
    RETURNING ${COLUMNS}`.execute(tx.db);
  return rows[0];
}

export async function saveDelivery(tx: Tx, delivery: DeliveryRecord): Promise<void> {
  await sql`
    UPDATE webhooks.delivery
    SET state = ${delivery.state}, tries = ${delivery.tries}, next_attempt_at = ${delivery.nextAttemptAt},
        ended_at = ${delivery.endedAt}, last_status = ${delivery.lastStatus}, last_error = ${delivery.lastError}
    WHERE workspace_id = ${tx.workspaceId}::uuid AND id = ${delivery.id}`.execute(tx.db);
}

/** Those of the events named that did not arrive, or all of them, begin a new series of attempts now. */
export async function requeue(
  tx: Tx,
  asked: { targetId: string; from: Date; to: Date; all: boolean },
): Promise<number> {
  const which = asked.all ? sql`` : sql`AND state <> 'delivered'`;
  const { numAffectedRows } = await sql`
    UPDATE webhooks.delivery SET state = 'waiting', tries = 0, next_attempt_at = ${tx.now()}, ended_at = NULL
    WHERE workspace_id = ${tx.workspaceId}::uuid AND target_id = ${asked.targetId} AND event_seq IS NOT NULL
      AND occurred_at >= ${asked.from} AND occurred_at < ${asked.to} ${which}`.execute(tx.db);
  return Number(numAffectedRows ?? 0n);
}

/** What waited for an address that is no more. */
export async function giveUpWaiting(tx: Tx, targetId: string): Promise<void> {
  await sql`
    UPDATE webhooks.delivery SET state = 'failed', ended_at = ${tx.now()}
    WHERE workspace_id = ${tx.workspaceId}::uuid AND target_id = ${targetId} AND state = 'waiting'`.execute(
    tx.db,
  );
}

/** The log is kept for so long; what still waits stays. */
export async function forgetDeliveries(tx: Tx, before: Date): Promise<number> {
  const { numAffectedRows } = await sql`
    DELETE FROM webhooks.delivery
    WHERE workspace_id = ${tx.workspaceId}::uuid AND state <> 'waiting' AND created_at < ${before}`.execute(
    tx.db,
  );
  return Number(numAffectedRows ?? 0n);
}
