import type { Tx } from '@mosty/kernel/context';
import type { Id } from '@mosty/kernel/id';
import type { BusinessDate } from '@mosty/kernel/time';
import { sql } from 'kysely';

export interface ExitRecord {
  readonly partnerId: Id<'partner'>;
  readonly no: number;
  readonly beganAt: Date;
  readonly closedAt: Date | null;
  readonly thankedAt: Date | null;
  readonly letterId: Id<'message'> | null;
  readonly retentionOn: BusinessDate | null;
  readonly erasedAt: Date | null;
  readonly erasedPeople: number | null;
}

const COLUMNS = sql`
  partner_id AS "partnerId", no, began_at AS "beganAt", closed_at AS "closedAt", thanked_at AS "thankedAt",
  letter_id AS "letterId", retention_on AS "retentionOn", erased_at AS "erasedAt", erased_people AS "erasedPeople"`;

/** The last parting with a partner, open or not. */
export async function lastExit(tx: Tx, partnerId: string): Promise<ExitRecord | null> {
  const { rows } = await sql<ExitRecord>`
    SELECT ${COLUMNS} FROM exits.exit
    WHERE workspace_id = ${tx.workspaceId}::uuid AND partner_id = ${partnerId} ORDER BY no DESC LIMIT 1`.execute(
    tx.db,
  );
  return rows[0] ?? null;
}

/** The open one, locked till the end of the transaction. */
export async function lockExit(tx: Tx, partnerId: string): Promise<ExitRecord | null> {
  const { rows } = await sql<ExitRecord>`
    SELECT ${COLUMNS} FROM exits.exit
    WHERE workspace_id = ${tx.workspaceId}::uuid AND partner_id = ${partnerId} AND closed_at IS NULL FOR UPDATE`.execute(
    tx.db,
  );
  return rows[0] ?? null;
}

export async function beginExit(tx: Tx, partnerId: string): Promise<void> {
  await sql`
    INSERT INTO exits.exit (workspace_id, partner_id, no, began_at)
    SELECT ${tx.workspaceId}::uuid, ${partnerId}, COALESCE(max(no), 0) + 1, ${tx.now()} FROM exits.exit
    WHERE workspace_id = ${tx.workspaceId}::uuid AND partner_id = ${partnerId}`.execute(tx.db);
}

export async function closeExit(tx: Tx, partnerId: string): Promise<void> {
  await sql`
    UPDATE exits.exit SET closed_at = ${tx.now()}
    WHERE workspace_id = ${tx.workspaceId}::uuid AND partner_id = ${partnerId} AND closed_at IS NULL`.execute(
    tx.db,
  );
}

export async function saveThanks(tx: Tx, one: ExitRecord, letterId: Id<'message'> | null): Promise<void> {
  await sql`
    UPDATE exits.exit SET thanked_at = ${tx.now()}, thanked_by = ${tx.actor.id}, letter_id = ${letterId}
    WHERE workspace_id = ${tx.workspaceId}::uuid AND partner_id = ${one.partnerId} AND no = ${one.no}`.execute(
    tx.db,
  );
}

export async function saveRetention(tx: Tx, one: ExitRecord, on: string): Promise<void> {
  await sql`
    UPDATE exits.exit SET retention_on = ${on}::date, retention_set_by = ${tx.actor.id}
    WHERE workspace_id = ${tx.workspaceId}::uuid AND partner_id = ${one.partnerId} AND no = ${one.no}`.execute(
    tx.db,
  );
}
