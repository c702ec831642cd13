import { sql, type RawBuilder } from 'kysely';
import type { Tx, WorkspaceId } from '@mosty/kernel/context';
import type { Database } from '@mosty/kernel/db';
import type { Place } from '@mosty/kernel/http';
import type { Id } from '@mosty/kernel/id';
import type { IntakeOutcome, Provider } from '../contract/intake.ts';

export interface IntakeSource {
  readonly id: Id<'intake_source'>;
  readonly provider: Provider;
  readonly name: string;
  readonly secret: string | null;
  readonly credentials: string | null;
  readonly trustsUnread: boolean;
  readonly checksAddress: boolean;
  readonly takesTest: boolean;
  readonly state: 'on' | 'off';
  readonly refused: number;
  readonly refusedAt: Date | null;
  readonly refusedBecause: string | null;
  readonly createdAt: Date;
  readonly createdBy: string;
}

const COLUMNS = sql`
  id, provider, name, secret, credentials, trusts_unread AS "trustsUnread", checks_address AS "checksAddress",
  takes_test AS "takesTest", state, refused, refused_at AS "refusedAt", refused_because AS "refusedBecause",
  created_at AS "createdAt", created_by AS "createdBy"`;

function select(tx: Tx, more: RawBuilder<unknown>): Promise<{ rows: IntakeSource[] }> {
  return sql<IntakeSource>`
    SELECT ${COLUMNS} FROM integrations.intake_source WHERE workspace_id = ${tx.workspaceId}::uuid ${more}`.execute(
    tx.db,
  );
}

export async function listSources(tx: Tx): Promise<IntakeSource[]> {
  return (await select(tx, sql`ORDER BY created_at, id`)).rows;
}

export async function findSource(tx: Tx, id: string): Promise<IntakeSource | undefined> {
  return (await select(tx, sql`AND id = ${id}`)).rows[0];
}

export async function lockSource(tx: Tx, id: string): Promise<IntakeSource | undefined> {
  return (await select(tx, sql`AND id = ${id} FOR UPDATE`)).rows[0];
}

export async function insertSource(tx: Tx, source: IntakeSource): Promise<void> {
  await sql`
    INSERT INTO integrations.intake_source (workspace_id, id, provider, name, secret, credentials, trusts_unread,
      checks_address, takes_test, state, created_at, created_by)
    VALUES (${tx.workspaceId}::uuid, ${source.id}, ${source.provider}, ${source.name}, ${source.secret},
      ${source.credentials}, ${source.trustsUnread}, ${source.checksAddress}, ${source.takesTest}, ${source.state},
      ${source.createdAt}, ${source.createdBy})`.execute(tx.db);
}

export async function saveSource(tx: Tx, source: IntakeSource): Promise<void> {
  await sql`
    UPDATE integrations.intake_source
    SET name = ${source.name}, secret = ${source.secret}, credentials = ${source.credentials},
        trusts_unread = ${source.trustsUnread}, checks_address = ${source.checksAddress},
        takes_test = ${source.takesTest}, state = ${source.state}
    WHERE workspace_id = ${tx.workspaceId}::uuid AND id = ${source.id}`.execute(tx.db);
}

/** A call that was not the provider's: its body is not kept, only that it came. */
export async function countRefused(tx: Tx, id: string, because: string): Promise<void> {
  await sql`
    UPDATE integrations.intake_source SET refused = refused + 1, refused_at = ${tx.now()}, refused_because = ${because}
    WHERE workspace_id = ${tx.workspaceId}::uuid AND id = ${id}`.execute(tx.db);
}

/** Whose payment it is, before anybody is known: the id of the source says. */
export async function workspaceOfIntake(database: Database, sourceId: string): Promise<WorkspaceId | null> {
  const connection = await database.connect();
  try {
    const { rows } = await sql<{ id: WorkspaceId | null }>`
      SELECT integrations.workspace_of_intake(${sourceId}) AS id`.execute(connection.queries);
    return rows[0]?.id ?? null;
  } finally {
    connection.release();
  }
}

export interface IntakeEvent {
  readonly id: Id<'intake_event'>;
  readonly sourceId: string;
  readonly messageId: string;
  readonly type: string;
  readonly outcome: IntakeOutcome;
  readonly because: string | null;
  readonly what: 'sale' | 'refund' | null;
  readonly externalId: string | null;
  readonly amountMinor: bigint | null;
  readonly currency: string | null;
  readonly receivedAt: Date;
  readonly bodySha256: string;
  readonly body: string | null;
}

/** False when this message was told before: nobody else may act on it either way. */
export async function insertEvent(tx: Tx, event: IntakeEvent): Promise<boolean> {
  const { rows } = await sql<{ id: string }>`
    INSERT INTO integrations.intake_event (workspace_id, id, source_id, message_id, type, outcome, because, what,
      external_id, amount_minor, currency, received_at, body_sha256, body)
    VALUES (${tx.workspaceId}::uuid, ${event.id}, ${event.sourceId}, ${event.messageId}, ${event.type},
      ${event.outcome}, ${event.because}, ${event.what}, ${event.externalId}, ${event.amountMinor}, ${event.currency},
      ${event.receivedAt}, ${event.bodySha256}, ${event.body})
    ON CONFLICT (workspace_id, source_id, message_id) DO NOTHING RETURNING id`.execute(tx.db);
  return rows.length > 0;
}

/** What is held is given another chance when it is told again, or when a person has made it good. */
export async function forgetHeld(tx: Tx, sourceId: string, messageId: string): Promise<void> {
  await sql`
    DELETE FROM integrations.intake_event
    WHERE workspace_id = ${tx.workspaceId}::uuid AND source_id = ${sourceId} AND message_id = ${messageId}
      AND outcome = 'held'`.execute(tx.db);
}

/** Newest first; one row more than `limit` where there is a next page. */
export async function listEvents(
  tx: Tx,
  asked: { sourceId: string; outcome: string | null; after: Place | null; limit: number },
): Promise<IntakeEvent[]> {
  const after = asked.after
    ? sql`AND (received_at, id) < (${asked.after.value}::timestamptz, ${asked.after.id}::text)`
    : sql``;
  const outcome = asked.outcome === null ? sql`` : sql`AND outcome = ${asked.outcome}`;
  const { rows } = await sql<IntakeEvent>`
    SELECT id, source_id AS "sourceId", message_id AS "messageId", type, outcome, because, what,
           external_id AS "externalId", amount_minor AS "amountMinor", currency, received_at AS "receivedAt",
           body_sha256 AS "bodySha256", NULL AS body
    FROM integrations.intake_event
    WHERE workspace_id = ${tx.workspaceId}::uuid AND source_id = ${asked.sourceId} ${outcome} ${after}
    ORDER BY received_at DESC, id DESC LIMIT ${asked.limit + 1}`.execute(tx.db);
  return rows;
}

export async function lastEventsOf(tx: Tx): Promise<Map<string, Date>> {
  const { rows } = await sql<{ id: string; at: Date }>`
    SELECT source_id AS id, max(received_at) AS at FROM integrations.intake_event
    WHERE workspace_id = ${tx.workspaceId}::uuid GROUP BY 1`.execute(tx.db);
  return new Map(rows.map((row) => [row.id, row.at]));
}

export async function forgetBodies(tx: Tx, before: Date): Promise<number> {
  const { numAffectedRows } = await sql`
    UPDATE integrations.intake_event SET body = NULL
    WHERE workspace_id = ${tx.workspaceId}::uuid AND body IS NOT NULL AND received_at < ${before}`.execute(
    tx.db,
  );
  return Number(numAffectedRows ?? 0n);
}
