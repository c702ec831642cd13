import { sql } from 'kysely';
import type { Tx } from '@mosty/kernel/context';
import type { Place } from '@mosty/kernel/http';
import type { Id } from '@mosty/kernel/id';
import type { CodeKind, Stacking } from '../contract/codes.ts';
import { codeKey } from '../domain/code.ts';

export interface CodeRecord {
  readonly id: Id<'code'>;
  readonly code: string;
  readonly kind: CodeKind;
  readonly agreementId: Id<'agreement'>;
  readonly partnerId: Id<'partner'>;
  readonly discountPpm: bigint;
  readonly maxDiscountPpm: bigint | null;
  readonly stacking: Stacking;
  readonly createdAt: Date;
  readonly archivedAt: Date | null;
  /** Its partner is paused without links: until it is back. */
  readonly pausedAt: Date | null;
}

const COLUMNS = sql`
  id, code, kind, agreement_id AS "agreementId", partner_id AS "partnerId", discount_ppm AS "discountPpm",
  max_discount_ppm AS "maxDiscountPpm", stacking, created_at AS "createdAt", archived_at AS "archivedAt", paused_at AS "pausedAt"`;

/** By the key of their text; archived ones too: a late sale may still name one. */
export async function codesByKey(tx: Tx, keys: readonly string[]): Promise<(CodeRecord & { key: string })[]> {
  const { rows } = await sql<CodeRecord & { key: string }>`
    SELECT ${COLUMNS}, code_key AS key FROM tracking.code
    WHERE workspace_id = ${tx.workspaceId}::uuid AND code_key = ANY(${keys}::text[])`.execute(tx.db);
  return rows;
}

export async function lockCode(tx: Tx, id: Id<'code'>): Promise<CodeRecord | undefined> {
  const { rows } = await sql<CodeRecord>`
    SELECT ${COLUMNS} FROM tracking.code WHERE workspace_id = ${tx.workspaceId}::uuid AND id = ${id} FOR UPDATE`.execute(
    tx.db,
  );
  return rows[0];
}

export interface CodeFilter {
  /** A part of the text, as it was typed. */
  readonly text: string | undefined;
  readonly partnerId: string | undefined;
  readonly live: boolean | undefined;
  readonly after: Place | null;
  readonly limit: number;
}

export type CodeLine = CodeRecord & {
  readonly partnerName: string;
  readonly class: string;
  readonly agreementKind: string;
  readonly leads: number;
  readonly buyers: number;
  readonly sales: number;
};

/** Newest first; one row more than `limit` where there is a next page. */
export async function listCodeRows(tx: Tx, filter: CodeFilter): Promise<CodeLine[]> {
  const where = [sql`c.workspace_id = ${tx.workspaceId}::uuid`];
  if (filter.text) where.push(sql`strpos(c.code_key, ${codeKey(filter.text)}) > 0`);
  if (filter.partnerId) where.push(sql`c.partner_id = ${filter.partnerId}`);
  if (filter.live !== undefined)
    where.push(sql`(c.archived_at IS NULL AND c.paused_at IS NULL) = ${filter.live}`);
  if (filter.after)
    where.push(sql`(c.created_at, c.id) < (${filter.after.value}::timestamptz, ${filter.after.id}::text)`);
  const { rows } = await sql<CodeLine>`
    SELECT c.id, c.code, c.kind, c.agreement_id AS "agreementId", c.partner_id AS "partnerId", c.discount_ppm AS "discountPpm",
           c.max_discount_ppm AS "maxDiscountPpm", c.stacking, c.created_at AS "createdAt", c.archived_at AS "archivedAt",
           c.paused_at AS "pausedAt",
           p.name AS "partnerName", a.class, a.kind AS "agreementKind", led.leads, led.buyers,
           (SELECT count(*)::int FROM tracking.credited_sale s WHERE s.workspace_id = c.workspace_id AND s.came_by = c.id) AS sales
    FROM tracking.code c
    JOIN directory.v_partner p ON p.workspace_id = c.workspace_id AND p.id = c.partner_id
    JOIN agreements.v_agreement a ON a.workspace_id = c.workspace_id AND a.id = c.agreement_id
    CROSS JOIN LATERAL (
      SELECT count(DISTINCT e.client_id)::int AS leads,
        count(DISTINCT e.client_id) FILTER (WHERE k.first_paid_at IS NOT NULL)::int AS buyers
      FROM tracking.lead e
      LEFT JOIN directory.v_client k ON k.workspace_id = e.workspace_id AND k.id = e.client_id
      WHERE e.workspace_id = c.workspace_id AND e.code_id = c.id) led
    WHERE ${sql.join(where, sql` AND `)}
    ORDER BY c.created_at DESC, c.id DESC LIMIT ${filter.limit + 1}`.execute(tx.db);
  return rows;
}

/** False when the text is somebody's already. */
export async function insertCode(tx: Tx, code: CodeRecord): Promise<boolean> {
  const { rows } = await sql<{ id: string }>`
    INSERT INTO tracking.code (workspace_id, id, code, code_key, kind, agreement_id, partner_id, discount_ppm, max_discount_ppm, stacking,
      created_at, paused_at)
    VALUES (${tx.workspaceId}::uuid, ${code.id}, ${code.code}, ${codeKey(code.code)}, ${code.kind}, ${code.agreementId},
            ${code.partnerId}, ${code.discountPpm}, ${code.maxDiscountPpm}, ${code.stacking}, ${code.createdAt},
      (SELECT since FROM tracking.pause WHERE workspace_id = ${tx.workspaceId}::uuid AND partner_id = ${code.partnerId}))
    ON CONFLICT (workspace_id, code_key) DO NOTHING RETURNING id`.execute(tx.db);
  return rows.length > 0;
}

export async function saveArchived(tx: Tx, code: CodeRecord): Promise<void> {
  await sql`
    UPDATE tracking.code SET archived_at = ${code.archivedAt}
    WHERE workspace_id = ${tx.workspaceId}::uuid AND id = ${code.id}`.execute(tx.db);
}

/** Texts that begin with these letters, in the letters codes are compared by. */
export async function codesLike(tx: Tx, begins: string): Promise<string[]> {
  const { rows } = await sql<{ key: string }>`
    SELECT code_key AS key FROM tracking.code
    WHERE workspace_id = ${tx.workspaceId}::uuid AND starts_with(code_key, ${begins})`.execute(tx.db);
  return rows.map((row) => row.key);
}

/** @returns how many stopped */
export async function archiveCodesOf(tx: Tx, partnerId: string): Promise<number> {
  const { rows } = await sql`
    UPDATE tracking.code SET archived_at = ${tx.now()}
    WHERE workspace_id = ${tx.workspaceId}::uuid AND partner_id = ${partnerId} AND archived_at IS NULL
    RETURNING id`.execute(tx.db);
  return rows.length;
}

/** Paused from this moment, or (null) working again; what is stopped for good stays so. */
export async function pauseCodesOf(tx: Tx, partnerId: string, at: Date | null): Promise<void> {
  await sql`
    UPDATE tracking.code SET paused_at = ${at}::timestamptz
    WHERE workspace_id = ${tx.workspaceId}::uuid AND partner_id = ${partnerId}
      AND (paused_at IS NULL) <> (${at}::timestamptz IS NULL)`.execute(tx.db);
}
