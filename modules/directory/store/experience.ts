import { sql } from 'kysely';
import type { Tx } from '@mosty/kernel/context';
import type { Id } from '@mosty/kernel/id';

/**
 * Partners who look like clients that paid: the same tax number or e-mail (S2.14). Partner → those clients.
 * A name is not enough: two people may be called the same.
 */
export async function paidClientsLike(
  tx: Tx,
  partnerIds: readonly string[],
): Promise<Map<string, Id<'client'>[]>> {
  const { rows } = await sql<{ partnerId: string; clientId: Id<'client'> }>`
    SELECT p.id AS "partnerId", c.id AS "clientId" FROM directory.partner p
    JOIN directory.client c ON c.workspace_id = p.workspace_id AND c.tax_number = p.tax_number
    WHERE p.workspace_id = ${tx.workspaceId}::uuid AND p.id = ANY(${partnerIds}::text[]) AND c.first_paid_at IS NOT NULL
    UNION
    SELECT p.id, c.id FROM directory.partner p
    JOIN directory.client c ON c.workspace_id = p.workspace_id AND c.email = p.email
    WHERE p.workspace_id = ${tx.workspaceId}::uuid AND p.id = ANY(${partnerIds}::text[]) AND c.first_paid_at IS NOT NULL`.execute(
    tx.db,
  );
  return new Map(
    [...Map.groupBy(rows, (row) => row.partnerId)].map(([id, found]) => [
      id,
      found.map((row) => row.clientId),
    ]),
  );
}

/** Clients who paid, and of them those with all four proofs (S2.7, S2.11). */
export async function countProvenClients(tx: Tx): Promise<{ paid: number; proven: number }> {
  const { rows } = await sql<{ paid: bigint; proven: bigint }>`
    SELECT count(*) AS paid,
           count(*) FILTER (WHERE result_confirmed_at IS NOT NULL AND satisfied AND consent_at IS NOT NULL) AS proven
    FROM directory.client WHERE workspace_id = ${tx.workspaceId}::uuid AND first_paid_at IS NOT NULL`.execute(
    tx.db,
  );
  return { paid: Number(rows[0]?.paid ?? 0n), proven: Number(rows[0]?.proven ?? 0n) };
}
