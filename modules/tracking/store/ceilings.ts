import { sql } from 'kysely';
import type { Tx } from '@mosty/kernel/context';
import type { Id } from '@mosty/kernel/id';

export async function ceilingOf(tx: Tx, agreementId: Id<'agreement'>): Promise<bigint | null> {
  const { rows } = await sql<{ most: bigint }>`
    SELECT max_discount_ppm AS most FROM tracking.discount_ceiling
    WHERE workspace_id = ${tx.workspaceId}::uuid AND agreement_id = ${agreementId}`.execute(tx.db);
  return rows[0]?.most ?? null;
}

/** NULL takes the ceiling away. Answers the agreements whose ceiling is now another. */
export async function saveCeilings(
  tx: Tx,
  ceilings: readonly { agreementId: string; maxDiscountPpm: bigint | null }[],
): Promise<Set<string>> {
  const set = ceilings.filter((ceiling) => ceiling.maxDiscountPpm !== null);
  const taken = ceilings
    .filter((ceiling) => ceiling.maxDiscountPpm === null)
    .map((ceiling) => ceiling.agreementId);
  const deleted = await sql<{ id: string }>`
    DELETE FROM tracking.discount_ceiling
    WHERE workspace_id = ${tx.workspaceId}::uuid AND agreement_id = ANY(${taken}::text[])
    RETURNING agreement_id AS id`.execute(tx.db);
  const written = await sql<{ id: string }>`
    INSERT INTO tracking.discount_ceiling AS d (workspace_id, agreement_id, max_discount_ppm, set_at)
    SELECT ${tx.workspaceId}::uuid, c.agreement_id, c.most, ${tx.now()}
    FROM unnest(${set.map((one) => one.agreementId)}::text[], ${set.map((one) => one.maxDiscountPpm)}::bigint[]) AS c(agreement_id, most)
    ON CONFLICT (workspace_id, agreement_id) DO UPDATE SET max_discount_ppm = EXCLUDED.max_discount_ppm, set_at = EXCLUDED.set_at
    WHERE d.max_discount_ppm <> EXCLUDED.max_discount_ppm
    RETURNING agreement_id AS id`.execute(tx.db);
  return new Set([...deleted.rows, ...written.rows].map((row) => row.id));
}

/** Live codes that give more than their agreement now allows. */
export async function codesAboveCeiling(tx: Tx, agreementIds: readonly string[]): Promise<Id<'code'>[]> {
  const { rows } = await sql<{ id: Id<'code'> }>`
    SELECT c.id FROM tracking.code c
    JOIN tracking.discount_ceiling m ON m.workspace_id = c.workspace_id AND m.agreement_id = c.agreement_id
    WHERE c.workspace_id = ${tx.workspaceId}::uuid AND c.agreement_id = ANY(${agreementIds}::text[])
      AND c.archived_at IS NULL AND c.discount_ppm > m.max_discount_ppm
    ORDER BY c.id`.execute(tx.db);
  return rows.map((row) => row.id);
}
