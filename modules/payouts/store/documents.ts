import type { Tx } from '@mosty/kernel/context';
import type { Place } from '@mosty/kernel/http';
import type { Id } from '@mosty/kernel/id';
import type { Currency } from '@mosty/kernel/money';
import type { BusinessDate } from '@mosty/kernel/time';
import { sql } from 'kysely';
import type { DocumentKind } from '../contract/document.ts';

export interface DocumentRecord {
  readonly id: Id<'payout_document'>;
  readonly partnerId: Id<'partner'>;
  readonly kind: DocumentKind;
  readonly payoutId: Id<'payout'> | null;
  readonly statementId: Id<'statement'> | null;
  readonly number: string;
  readonly onDay: BusinessDate;
  readonly fileId: Id<'file'> | null;
  readonly link: string | null;
}

const FIELDS =
  sql.raw(`d.id, d.partner_id AS "partnerId", d.kind, d.payout_id AS "payoutId", d.statement_id AS "statementId",
  d.number, d.on_day AS "onDay", d.file_id AS "fileId", d.link`);

export async function pageOfDocuments(
  tx: Tx,
  asked: {
    readonly partnerId?: string | undefined;
    readonly statementId?: string | undefined;
    readonly kind?: DocumentKind | undefined;
    readonly after: Place | null;
    readonly limit: number;
  },
): Promise<(DocumentRecord & { partnerName: string })[]> {
  const { after } = asked;
  const { rows } = await sql<DocumentRecord & { partnerName: string }>`
    SELECT ${FIELDS}, p.name AS "partnerName" FROM payouts.document d
    JOIN directory.v_partner p ON p.workspace_id = d.workspace_id AND p.id = d.partner_id
    WHERE d.workspace_id = ${tx.workspaceId}::uuid AND d.withdrawn_at IS NULL
      ${asked.partnerId ? sql`AND d.partner_id = ${asked.partnerId}` : sql``}
      ${asked.statementId ? sql`AND d.statement_id = ${asked.statementId}` : sql``}
      ${asked.kind ? sql`AND d.kind = ${asked.kind}` : sql``}
      ${after ? sql`AND (d.on_day, d.id COLLATE "C") < (${after.value}::date, ${after.id})` : sql``}
    ORDER BY d.on_day DESC, d.id COLLATE "C" DESC LIMIT ${asked.limit + 1}`.execute(tx.db);
  return rows;
}

/** Locked till the end of the transaction; one that was withdrawn is not there. */
export async function lockDocument(tx: Tx, id: string): Promise<DocumentRecord | null> {
  const { rows } = await sql<DocumentRecord>`
    SELECT ${FIELDS} FROM payouts.document d
    WHERE d.workspace_id = ${tx.workspaceId}::uuid AND d.id = ${id} AND d.withdrawn_at IS NULL FOR UPDATE`.execute(
    tx.db,
  );
  return rows[0] ?? null;
}

export async function insertDocument(tx: Tx, one: DocumentRecord): Promise<void> {
  await sql`
    INSERT INTO payouts.document (workspace_id, id, partner_id, kind, payout_id, statement_id, number, on_day, file_id, link,
      attached_at, attached_by)
    VALUES (${tx.workspaceId}::uuid, ${one.id}, ${one.partnerId}, ${one.kind}, ${one.payoutId}, ${one.statementId},
      ${one.number}, ${one.onDay}::date, ${one.fileId}, ${one.link}, ${tx.now()}, ${tx.actor.id})`.execute(
    tx.db,
  );
}

export async function markWithdrawn(tx: Tx, id: string, because: string): Promise<void> {
  await sql`
    UPDATE payouts.document SET withdrawn_at = ${tx.now()}, withdrawn_by = ${tx.actor.id}, withdrawn_because = ${because}
    WHERE workspace_id = ${tx.workspaceId}::uuid AND id = ${id}`.execute(tx.db);
}

/** The payout itself, and what stands of its kind, under a lock that two who attach at once both wait for. */
export async function documentedPayout(
  tx: Tx,
  payoutId: string,
  kind: DocumentKind,
): Promise<{ partnerId: Id<'partner'>; state: string; hasOne: boolean } | null> {
  await sql`SELECT pg_advisory_xact_lock(hashtextextended(${`payouts.document ${tx.workspaceId} ${payoutId}`}, 0))`.execute(
    tx.db,
  );
  const { rows } = await sql<{ partnerId: Id<'partner'>; state: string; hasOne: boolean }>`
    SELECT p.partner_id AS "partnerId", p.state, EXISTS (SELECT FROM payouts.document d
      WHERE d.workspace_id = p.workspace_id AND d.payout_id = p.id AND d.kind = ${kind} AND d.withdrawn_at IS NULL) AS "hasOne"
    FROM payouts.payout p WHERE p.workspace_id = ${tx.workspaceId}::uuid AND p.id = ${payoutId}`.execute(
    tx.db,
  );
  return rows[0] ?? null;
}

export interface MissingReceiptFound {
  readonly payoutId: Id<'payout'>;
  readonly partnerId: Id<'partner'>;
  readonly partnerName: string;
  readonly paidOn: BusinessDate;
  readonly amountMinor: bigint;
  readonly currency: Currency;
}

export async function missingReceipts(
  tx: Tx,
  { partnerId, limit }: { readonly partnerId?: string | undefined; readonly limit: number },
): Promise<MissingReceiptFound[]> {
  const { rows } = await sql<MissingReceiptFound>`
    SELECT m.payout_id AS "payoutId", m.partner_id AS "partnerId", p.name AS "partnerName", m.paid_on AS "paidOn",
           m.amount_minor AS "amountMinor", m.currency
    FROM payouts.v_receipt_missing m
    JOIN directory.v_partner p ON p.workspace_id = m.workspace_id AND p.id = m.partner_id
    WHERE m.workspace_id = ${tx.workspaceId}::uuid ${partnerId ? sql`AND m.partner_id = ${partnerId}` : sql``}
    ORDER BY m.paid_on, m.payout_id LIMIT ${limit}`.execute(tx.db);
  return rows;
}

/** Files that some document is made of; one that was withdrawn keeps its file too. */
export async function documentFilesInUse(tx: Tx, fileIds: readonly string[]): Promise<Set<string>> {
  const { rows } = await sql<{ id: string }>`
    SELECT file_id AS id FROM payouts.document
    WHERE workspace_id = ${tx.workspaceId}::uuid AND file_id = ANY(${fileIds}::text[])`.execute(tx.db);
  return new Set(rows.map(({ id }) => id));
}

/** Numbers, as the journal calls documents. */
export async function numbersOfDocuments(tx: Tx, ids: readonly string[]): Promise<Map<string, string>> {
  const { rows } = await sql<{ id: string; number: string }>`
    SELECT id, number FROM payouts.document
    WHERE workspace_id = ${tx.workspaceId}::uuid AND id = ANY(${ids}::text[])`.execute(tx.db);
  return new Map(rows.map((row) => [row.id, row.number]));
}
