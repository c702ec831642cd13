import { sql, type RawBuilder } from 'kysely';
import type { Tx } from '@mosty/kernel/context';
import type { Place } from '@mosty/kernel/http';
import type { Book } from '../contract/class.ts';
import type { NumberRow } from '../contract/numbers.ts';
import type { Window } from '../domain/window.ts';

/** Which facts a number was made of. */
export interface RowFilter {
  readonly class: Book | null;
  readonly window: Window;
  readonly currency: string;
  readonly partnerId: string | null;
}

/** Rows keep what they are ordered by, as text that casts back exactly. */
export interface SortedRow extends Omit<NumberRow, 'amountMinor'> {
  readonly amountMinor: bigint | null;
  readonly sort: string;
}

/** A page of one kind of row: at most `limit` of them beyond `after`, largest `sort` first. */
export interface RowSource {
  readonly sortsBy: 'timestamptz' | 'bigint';
  page(tx: Tx, filter: RowFilter, after: Place | null, limit: number): RawBuilder<unknown>;
}

const COLUMNS = {
  id: sql`NULL::text`,
  kind: sql`NULL::text`,
  class: sql`NULL::text`,
  on: sql`NULL::date`,
  externalId: sql`NULL::text`,
  partnerId: sql`NULL::text`,
  clientId: sql`NULL::text`,
  amountMinor: sql`NULL::bigint`,
  currency: sql`NULL::text`,
  figure: sql`NULL::int`,
  note: sql`NULL::text`,
  sort: sql`NULL`,
};

/** One SELECT with every column of a row, in one order; what a source does not say is NULL. */
export function rowColumns(
  said: Partial<Record<keyof typeof COLUMNS, RawBuilder<unknown>>>,
): RawBuilder<unknown> {
  return sql.join(
    Object.entries(COLUMNS).map(
      ([name, absent]) => sql`${said[name as keyof typeof COLUMNS] ?? absent} AS ${sql.ref(name)}`,
    ),
  );
}

/** «Beyond the last row shown», in an order of `sort` then `id`, both descending. */
export function beyond(
  after: Place | null,
  sort: RawBuilder<unknown>,
  id: RawBuilder<unknown>,
  type: RowSource['sortsBy'],
) {
  if (!after) return sql`true`;
  const value = sql`${after.value}::${sql.raw(type)}`;
  // The first comparison alone is redundant; it lets an index on the sort column be used.
  return sql`(${sort} <= ${value} AND (${sort}, ${id}) < (${value}, ${after.id}::text COLLATE "C"))`;
}

/** Names beside the page; several sources are one list. */
export async function selectRows(
  tx: Tx,
  sources: readonly RowSource[],
  filter: RowFilter,
  after: Place | null,
  limit: number,
): Promise<SortedRow[]> {
  const pages = sources.map((source) => sql`(${source.page(tx, filter, after, limit)})`);
  const { rows } = await sql<SortedRow>`
    SELECT r.id, r.kind, r.class, r."on", r."externalId", r."partnerId", p.name AS "partnerName", r."clientId",
           c.name AS "clientName", r."amountMinor", r.currency, r.figure, r.note, r.sort::text AS sort
    FROM (${sql.join(pages, sql` UNION ALL `)}) r
    LEFT JOIN directory.v_partner p ON p.workspace_id = ${tx.workspaceId}::uuid AND p.id = r."partnerId"
    LEFT JOIN directory.v_client c ON c.workspace_id = ${tx.workspaceId}::uuid AND c.id = r."clientId"
    ORDER BY r.sort DESC, r.id COLLATE "C" DESC LIMIT ${limit}`.execute(tx.db);
  return rows;
}
