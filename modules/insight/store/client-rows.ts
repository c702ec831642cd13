import { sql } from 'kysely';
import type { HorizonDays } from '../domain/metrics/client-value.ts';
import { beyond, rowColumns, type RowSource } from './number-rows.ts';

/** Clients by the book of their first paid sale; `horizon`: with what they paid within it. */
export function clientRows(horizon: HorizonDays | null): RowSource {
  return {
    sortsBy: 'bigint',
    page(tx, filter, after, limit) {
      // Newest first: a day as a number.
      const sort = sql`(l.first_on - '2000-01-01'::date)::bigint`;
      return sql`
        SELECT ${rowColumns({
          id: sql`l.client_id`,
          kind: sql`'client'`,
          class: sql`l.class`,
          on: sql`l.first_on`,
          partnerId: sql`l.partner_id`,
          clientId: sql`l.client_id`,
          ...(horizon === null
            ? {}
            : { amountMinor: sql.ref(`l.paid_${horizon}_minor`), currency: sql`l.currency` }),
          sort,
        })}
        FROM insight.client_life l
        WHERE l.workspace_id = ${tx.workspaceId}::uuid AND l.currency = ${filter.currency}
          AND l.first_on >= ${filter.window.from}::date AND l.first_on < ${filter.window.to}::date
          AND ${filter.class === null ? sql`true` : sql`l.class = ${filter.class}`}
          AND ${filter.partnerId === null ? sql`true` : sql`l.partner_id = ${filter.partnerId}`}
          AND ${beyond(after, sort, sql`l.client_id`, 'bigint')}
        ORDER BY l.first_on DESC, l.client_id DESC LIMIT ${limit}`;
    },
  };
}
