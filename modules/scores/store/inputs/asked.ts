import type { Tx } from '@mosty/kernel/context';
import type { BusinessDate } from '@mosty/kernel/time';
import { sql } from 'kysely';

/** Whose scores are counted, and as of which day. An input is one query over all of them. */
export interface AskedInput {
  readonly partnerIds: readonly string[];
  readonly today: BusinessDate;
}

export const among = (tx: Tx, { partnerIds }: AskedInput, alias = '') => {
  const at = sql.raw(alias && `${alias}.`);
  return sql`${at}workspace_id = ${tx.workspaceId}::uuid AND ${at}partner_id = ANY(${[...partnerIds]}::text[])`;
};

/** Rows by the partner they are of. */
export function byPartner<Row extends { readonly partnerId: string }>(
  rows: readonly Row[],
): ReadonlyMap<string, Row[]> {
  const found = new Map<string, Row[]>();
  for (const row of rows) {
    const own = found.get(row.partnerId);
    if (own) own.push(row);
    else found.set(row.partnerId, [row]);
  }
  return found;
}
