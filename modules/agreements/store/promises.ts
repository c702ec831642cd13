import { sql } from 'kysely';
import type { Tx } from '@mosty/kernel/context';
import type { Id } from '@mosty/kernel/id';
import type { Outcome } from '../contract/promise.ts';
import type { Side } from '../contract/version.ts';

export interface PromiseRecord {
  readonly id: Id<'promise'>;
  readonly agreementId: Id<'agreement'>;
  readonly partnerId: Id<'partner'>;
  readonly version: number | null;
  readonly side: Side;
  readonly words: string;
  readonly dueOn: string | null;
  readonly createdAt: Date;
  readonly outcome: Outcome | null;
  readonly outcomeAt: Date | null;
  readonly outcomeNote: string | null;
}

const COLUMNS = sql`
  id, agreement_id AS "agreementId", partner_id AS "partnerId", version, side, words, due_on AS "dueOn",
  created_at AS "createdAt", outcome, outcome_at AS "outcomeAt", outcome_note AS "outcomeNote"`;

/** Open ones by due day, then the settled, newest first. */
export async function promisesOf(tx: Tx, agreementIds: readonly string[]): Promise<PromiseRecord[]> {
  const { rows } = await sql<PromiseRecord>`
    SELECT ${COLUMNS} FROM agreements.promise
    WHERE workspace_id = ${tx.workspaceId}::uuid AND agreement_id = ANY(${agreementIds}::text[])
    ORDER BY outcome IS NOT NULL, CASE WHEN outcome IS NULL THEN due_on END NULLS LAST, outcome_at DESC, id`.execute(
    tx.db,
  );
  return rows;
}

export async function promisesOfPartner(tx: Tx, partnerId: Id<'partner'>): Promise<PromiseRecord[]> {
  const { rows } = await sql<PromiseRecord>`
    SELECT ${COLUMNS} FROM agreements.promise
    WHERE workspace_id = ${tx.workspaceId}::uuid AND partner_id = ${partnerId}
    ORDER BY outcome IS NOT NULL, CASE WHEN outcome IS NULL THEN due_on END NULLS LAST, outcome_at DESC, id LIMIT 500`.execute(
    tx.db,
  );
  return rows;
}

export async function lockPromise(tx: Tx, id: Id<'promise'>): Promise<PromiseRecord | undefined> {
  const { rows } = await sql<PromiseRecord>`
    SELECT ${COLUMNS} FROM agreements.promise
    WHERE workspace_id = ${tx.workspaceId}::uuid AND id = ${id} FOR UPDATE`.execute(tx.db);
  return rows[0];
}

export async function insertPromises(tx: Tx, promises: readonly PromiseRecord[]): Promise<void> {
  if (promises.length === 0) return;
  await sql`
    INSERT INTO agreements.promise (workspace_id, id, agreement_id, partner_id, version, side, words, due_on, created_at)
    SELECT ${tx.workspaceId}::uuid, r.id, r."agreementId", r."partnerId", r.version, r.side, r.words, r."dueOn", r."createdAt"
    FROM jsonb_to_recordset(${JSON.stringify(promises)}::jsonb) AS r(id text, "agreementId" text, "partnerId" text,
      version int, side text, words text, "dueOn" date, "createdAt" timestamptz)`.execute(tx.db);
}

export async function settlePromises(
  tx: Tx,
  ids: readonly string[],
  outcome: Outcome,
  note: string | null,
): Promise<void> {
  await sql`
    UPDATE agreements.promise SET outcome = ${outcome}, outcome_at = ${tx.now()}, outcome_note = ${note}
    WHERE workspace_id = ${tx.workspaceId}::uuid AND id = ANY(${ids}::text[])`.execute(tx.db);
}
