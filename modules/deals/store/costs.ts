import { sql } from 'kysely';
import type { Tx } from '@mosty/kernel/context';
import type { Id } from '@mosty/kernel/id';

export interface CostRow {
  readonly id: Id<'cost'>;
  readonly externalId: string;
  readonly partnerId: Id<'partner'> | null;
  readonly class: string;
  readonly kind: string;
  readonly occurredOn: string;
  readonly currency: string;
  readonly amountMinor: string;
  readonly hours: string | null;
  readonly note: string | null;
}

export async function insertCosts(
  tx: Tx,
  source: string,
  importId: Id<'import_file'> | null,
  rows: readonly CostRow[],
): Promise<Set<string>> {
  const inserted = await sql<{ external_id: string }>`
    INSERT INTO deals.cost (workspace_id, id, source, external_id, partner_id, class, kind, occurred_on, recorded_at,
      currency, amount_minor, hours, note, import_id)
    SELECT ${tx.workspaceId}::uuid, r.id, ${source}, r."externalId", r."partnerId", r.class, r.kind, r."occurredOn",
      ${tx.now()}, r.currency, r."amountMinor", r.hours, r.note, ${importId}
    FROM jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) AS r(id text, "externalId" text, "partnerId" text,
      class text, kind text, "occurredOn" date, currency text, "amountMinor" bigint, hours numeric, note text)
    ON CONFLICT (workspace_id, source, external_id) WHERE reversed_at IS NULL DO NOTHING
    RETURNING external_id`.execute(tx.db);
  return new Set(inserted.rows.map((row) => row.external_id));
}

/** Undefined when there is no such cost, or it was taken back already. */
export async function markCostReversed(tx: Tx, id: Id<'cost'>): Promise<{ occurred_on: string } | undefined> {
  const { rows } = await sql<{ occurred_on: string }>`
    UPDATE deals.cost SET reversed_at = ${tx.now()}
    WHERE workspace_id = ${tx.workspaceId}::uuid AND id = ${id} AND reversed_at IS NULL
    RETURNING occurred_on`.execute(tx.db);
  return rows[0];
}

export async function markCostsReversed(
  tx: Tx,
  importId: string,
): Promise<{ id: Id<'cost'>; occurred_on: string }[]> {
  const { rows } = await sql<{ id: Id<'cost'>; occurred_on: string }>`
    UPDATE deals.cost SET reversed_at = ${tx.now()}
    WHERE workspace_id = ${tx.workspaceId}::uuid AND import_id = ${importId} AND reversed_at IS NULL
    RETURNING id, occurred_on`.execute(tx.db);
  return rows;
}
