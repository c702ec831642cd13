import { sql } from 'kysely';
import type { Tx } from '@mosty/kernel/context';
import type { Id } from '@mosty/kernel/id';

export interface ContestedSale {
  readonly id: Id<'sale'>;
  readonly key: string;
  readonly clientId: string | null;
  readonly occurredAt: Date;
  readonly recordedAt: Date;
  readonly amountMinor: bigint;
  readonly currency: string;
}

/** Sales that still stand and the reader may see. */
export async function salesById(tx: Tx, ids: readonly string[]): Promise<ContestedSale[]> {
  const { rows } = await sql<ContestedSale>`
    SELECT id, external_id AS key, client_id AS "clientId", occurred_at AS "occurredAt", recorded_at AS "recordedAt",
           amount_minor AS "amountMinor", currency
    FROM deals.v_sale WHERE workspace_id = ${tx.workspaceId}::uuid AND id = ANY(${ids}::text[])`.execute(
    tx.db,
  );
  return rows;
}

export interface EarlierDecision {
  readonly decidedAt: Date;
  readonly rule: string | null;
  readonly kind: string;
}

/** What was decided before the decision that stands, oldest first. */
export async function earlierDecisions(tx: Tx, saleId: string): Promise<EarlierDecision[]> {
  const { rows } = await sql<EarlierDecision>`
    SELECT d.decided_at AS "decidedAt", d.rule, d.kind FROM attribution.decision d
    WHERE d.workspace_id = ${tx.workspaceId}::uuid AND d.sale_id = ${saleId} AND EXISTS (
      SELECT FROM attribution.decision n WHERE n.workspace_id = d.workspace_id AND n.supersedes = d.id)
    ORDER BY d.decided_at`.execute(tx.db);
  return rows;
}
