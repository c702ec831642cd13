import { sql } from 'kysely';
import type { Tx } from '@mosty/kernel/context';
import type { Id } from '@mosty/kernel/id';
import type { CodeKind } from '../contract.ts';
import { codeKey } from '../domain.ts';

export interface CodeRecord {
  readonly id: Id<'code'>;
  readonly code: string;
  readonly kind: CodeKind;
  readonly agreementId: Id<'agreement'>;
  readonly partnerId: Id<'partner'>;
  readonly discountPpm: bigint;
  readonly maxDiscountPpm: bigint | null;
  readonly createdAt: Date;
  readonly archivedAt: Date | null;
}

const COLUMNS = sql`
  id, code, kind, agreement_id AS "agreementId", partner_id AS "partnerId", discount_ppm AS "discountPpm",
  max_discount_ppm AS "maxDiscountPpm", created_at AS "createdAt", archived_at AS "archivedAt"`;

/** By the key of their text; archived ones too: a late sale may still name one. */
export async function codesByKey(tx: Tx, keys: readonly string[]): Promise<(CodeRecord & { key: string })[]> {
  const { rows } = await sql<CodeRecord & { key: string }>`
    SELECT ${COLUMNS}, code_key AS key FROM tracking.code
    WHERE workspace_id = ${tx.workspaceId}::uuid AND code_key = ANY(${keys}::text[])`.execute(tx.db);
  return rows;
}

export async function lockCode(tx: Tx, id: Id<'code'>): Promise<CodeRecord | undefined> {
  const { rows } = await sql<CodeRecord>`
    SELECT ${COLUMNS} FROM tracking.code WHERE workspace_id = ${tx.workspaceId}::uuid AND id = ${id} FOR UPDATE`.execute(tx.db);
  return rows[0];
}

/** Live ones first, newest first. */
export async function codesOfPartner(tx: Tx, partnerId: Id<'partner'>): Promise<CodeRecord[]> {
  const { rows } = await sql<CodeRecord>`
    SELECT ${COLUMNS} FROM tracking.code
    WHERE workspace_id = ${tx.workspaceId}::uuid AND partner_id = ${partnerId}
    ORDER BY archived_at IS NOT NULL, created_at DESC, id DESC LIMIT 500`.execute(tx.db);
  return rows;
}

/** False when the text is somebody's already. */
export async function insertCode(tx: Tx, code: CodeRecord): Promise<boolean> {
  const { rows } = await sql<{ id: string }>`
    INSERT INTO tracking.code (workspace_id, id, code, code_key, kind, agreement_id, partner_id, discount_ppm, max_discount_ppm, created_at)
    VALUES (${tx.workspaceId}::uuid, ${code.id}, ${code.code}, ${codeKey(code.code)}, ${code.kind}, ${code.agreementId},
            ${code.partnerId}, ${code.discountPpm}, ${code.maxDiscountPpm}, ${code.createdAt})
    ON CONFLICT (workspace_id, code_key) DO NOTHING RETURNING id`.execute(tx.db);
  return rows.length > 0;
}

export async function saveArchived(tx: Tx, code: CodeRecord): Promise<void> {
  await sql`
    UPDATE tracking.code SET archived_at = ${code.archivedAt}
    WHERE workspace_id = ${tx.workspaceId}::uuid AND id = ${code.id}`.execute(tx.db);
}
