import { sql } from 'kysely';
import type { Tx } from '@mosty/kernel/context';
import type { Tally } from '../domain/tally.ts';

/** Tallies of the agreements, all months: at most a row a month, role and currency. */
export async function talliesOf(tx: Tx, agreementIds: readonly string[]): Promise<Tally[]> {
  if (agreementIds.length === 0) return [];
  const { rows } = await sql<Omit<Tally, 'micro'> & { micro: string }>`
    SELECT agreement_id AS "agreementId", role, currency, month, base_micro AS micro, sale_count AS count,
           amount_minor AS minor
    FROM incentives.tally WHERE workspace_id = ${tx.workspaceId}::uuid AND agreement_id = ANY(${agreementIds}::text[])`.execute(
    tx.db,
  );
  return rows.map((row) => ({ ...row, micro: BigInt(row.micro) }));
}

/** Adds to the kept tallies, one row each, in the order of keys: two batches never wait for each other in a circle. */
export async function addToTallies(
  tx: Tx,
  added: readonly (Tally & { readonly partnerId: string })[],
): Promise<void> {
  const sums = new Map<string, Tally & { readonly partnerId: string }>();
  for (const one of added) {
    const key = `${one.agreementId} ${one.role} ${one.month} ${one.currency}`;
    const had = sums.get(key);
    sums.set(key, {
      ...one,
      micro: (had?.micro ?? 0n) + one.micro,
      count: (had?.count ?? 0n) + one.count,
      minor: (had?.minor ?? 0n) + one.minor,
    });
  }
  const rows = [...sums].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, row]) => row);
  if (rows.length === 0) return;
  await sql`
    INSERT INTO incentives.tally AS t (workspace_id, agreement_id, partner_id, role, month, currency, base_micro,
      sale_count, amount_minor)
    SELECT ${tx.workspaceId}::uuid, r.* FROM unnest(${rows.map((row) => row.agreementId)}::text[],
      ${rows.map((row) => row.partnerId)}::text[], ${rows.map((row) => row.role)}::text[],
      ${rows.map((row) => row.month)}::text[], ${rows.map((row) => row.currency)}::text[],
      ${rows.map((row) => row.micro.toString())}::numeric[], ${rows.map((row) => row.count.toString())}::bigint[],
      ${rows.map((row) => row.minor.toString())}::bigint[]) AS r
    ON CONFLICT (workspace_id, agreement_id, role, month, currency) DO UPDATE
    SET base_micro = t.base_micro + EXCLUDED.base_micro, sale_count = t.sale_count + EXCLUDED.sale_count,
        amount_minor = t.amount_minor + EXCLUDED.amount_minor`.execute(tx.db);
}
