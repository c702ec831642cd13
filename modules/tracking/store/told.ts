import { sql } from 'kysely';
import type { Tx } from '@mosty/kernel/context';

export type ToldKind = 'click' | 'lead' | 'sale' | 'refund';

interface Row {
  readonly kind: ToldKind;
  readonly key: string;
  readonly digest: string;
}

const nameOf = ({ kind, key }: { kind: string; key: string }) => `${kind} ${key}`;

/** Answers `kind key` of those that nobody had told. */
export async function insertTold(tx: Tx, rows: readonly Row[]): Promise<Set<string>> {
  // In one order everywhere: two batches with the same keys wait for each other instead of locking up.
  const sorted = rows.toSorted((a, b) => (nameOf(a) < nameOf(b) ? -1 : 1));
  const { rows: written } = await sql<{ kind: string; key: string }>`
    INSERT INTO tracking.told (workspace_id, kind, key, digest, told_at)
    SELECT ${tx.workspaceId}::uuid, t.kind, t.key, t.digest, ${tx.now()}
    FROM unnest(${sorted.map((one) => one.kind)}::text[], ${sorted.map((one) => one.key)}::text[],
      ${sorted.map((one) => one.digest)}::text[]) AS t(kind, key, digest)
    ON CONFLICT DO NOTHING RETURNING kind, key`.execute(tx.db);
  return new Set(written.map(nameOf));
}

export async function digestsOf(
  tx: Tx,
  asked: readonly { kind: ToldKind; key: string }[],
): Promise<Map<string, string>> {
  const { rows } = await sql<{ kind: string; key: string; digest: string }>`
    SELECT t.kind, t.key, t.digest FROM tracking.told t
    JOIN unnest(${asked.map((one) => one.kind)}::text[], ${asked.map((one) => one.key)}::text[]) AS a(kind, key)
      ON a.kind = t.kind AND a.key = t.key
    WHERE t.workspace_id = ${tx.workspaceId}::uuid`.execute(tx.db);
  return new Map(rows.map((row) => [nameOf(row), row.digest]));
}
