import { sql, type RawBuilder } from 'kysely';
import type { Tx } from '@mosty/kernel/context';
import type { Place } from '@mosty/kernel/http';
import type { SearchPatterns } from '../domain/search-patterns.ts';
import { CLIENT_COLUMNS, type ClientRecord } from './clients.ts';

export interface ClientFilter {
  readonly search: SearchPatterns | null;
  readonly keeperPartnerId?: string | undefined;
  readonly kept?: boolean | undefined;
  readonly paid?: boolean | undefined;
  readonly proven?: boolean | undefined;
  readonly segment?: string | undefined;
  readonly importId?: string | undefined;
  readonly sortBy: 'name' | 'createdAt';
  readonly descending: boolean;
  readonly after: Place | null;
  readonly limit: number;
}

const PROVEN = sql`(first_paid_at IS NOT NULL AND result_confirmed_at IS NOT NULL AND satisfied IS TRUE AND consent_at IS NOT NULL)`;

/** One row more than `limit` where there is a next page. */
export async function listClientRows(tx: Tx, filter: ClientFilter): Promise<ClientRecord[]> {
  const where: RawBuilder<unknown>[] = [
    sql`workspace_id = ${tx.workspaceId}::uuid`,
    sql`merged_into_id IS NULL`,
  ];
  if (filter.search)
    where.push(
      sql`(search_text LIKE ALL(${filter.search.words}::text[]) OR search_text LIKE ${filter.search.exact})`,
    );
  if (filter.keeperPartnerId !== undefined) where.push(sql`keeper_partner_id = ${filter.keeperPartnerId}`);
  if (filter.kept !== undefined) where.push(sql`(keeper_partner_id IS NOT NULL) = ${filter.kept}`);
  if (filter.paid !== undefined) where.push(sql`(first_paid_at IS NOT NULL) = ${filter.paid}`);
  if (filter.proven !== undefined) where.push(sql`${PROVEN} = ${filter.proven}`);
  if (filter.segment !== undefined) where.push(sql`segment = ${filter.segment}`);
  if (filter.importId !== undefined) where.push(sql`import_id = ${filter.importId}`);
  const by = filter.sortBy === 'name' ? sql`name_key` : sql`created_at`;
  const value =
    filter.sortBy === 'name' ? sql`${filter.after?.value}::text` : sql`${filter.after?.value}::timestamptz`;
  if (filter.after)
    where.push(sql`(${by}, id) ${filter.descending ? sql`<` : sql`>`} (${value}, ${filter.after.id}::text)`);
  const direction = filter.descending ? sql`DESC` : sql`ASC`;
  const { rows } = await sql<ClientRecord>`
    SELECT ${CLIENT_COLUMNS} FROM directory.client WHERE ${sql.join(where, sql` AND `)}
    ORDER BY ${by} ${direction}, id ${direction} LIMIT ${filter.limit + 1}`.execute(tx.db);
  return rows;
}
