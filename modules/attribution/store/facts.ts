import { sql, type RawBuilder } from 'kysely';
import type { Tx } from '@mosty/kernel/context';
import { keptAt, type Keeping } from '../domain/keeping.ts';

/** A sale or a credit that waits for a decision, with whoever kept its client then. */
export interface FactRow {
  readonly id: string;
  readonly clientId: string | null;
  readonly occurredAt: Date;
  readonly namedPartner: string | null;
  readonly namedCode: string | null;
  readonly keeperPartnerId: string | null;
  readonly keeperSince: Date | null;
}

type Fact = Pick<FactRow, 'id' | 'clientId' | 'occurredAt' | 'namedPartner' | 'namedCode'>;

/** Sales of the list that nobody was credited for yet. */
export async function salesToDecide(tx: Tx, saleIds: readonly string[]): Promise<FactRow[]> {
  return toDecide(tx, await salesAsTold(tx, saleIds), sql.ref('sale_id'));
}

/** The same of all sales of the list, credited or not: to decide again. */
export async function salesToDecideAgain(tx: Tx, saleIds: readonly string[]): Promise<FactRow[]> {
  return withKeepers(tx, await salesAsTold(tx, saleIds));
}

async function salesAsTold(tx: Tx, saleIds: readonly string[]): Promise<Fact[]> {
  const { rows } = await sql<Fact>`
    SELECT id, client_id AS "clientId", occurred_at AS "occurredAt", named_partner AS "namedPartner", named_code AS "namedCode"
    FROM deals.v_sale_to_attribute
    WHERE workspace_id = ${tx.workspaceId}::uuid AND id = ANY(${saleIds}::text[])`.execute(tx.db);
  return rows;
}

/** Credits to a client as a whole (`link = client`) that nobody was made answerable for yet. */
export async function creditsToDecide(tx: Tx, refundIds: readonly string[]): Promise<FactRow[]> {
  const { rows } = await sql<Fact>`
    SELECT id, client_id AS "clientId", occurred_at AS "occurredAt", NULL AS "namedPartner", NULL AS "namedCode"
    FROM deals.v_refund
    WHERE workspace_id = ${tx.workspaceId}::uuid AND id = ANY(${refundIds}::text[])
      AND link = 'client' AND matched_at IS NOT NULL`.execute(tx.db);
  return toDecide(tx, rows, sql.ref('refund_id'));
}

/**
 * Oldest first, without those decided. Look-ups by key joined here and not in SQL: during an import the
 * planner's statistics are older than the rows, and the one statement it was before became quadratic (8 s of
 * processor time for 2 000 sales at the seventh batch, 60 ms now).
 */
async function toDecide(tx: Tx, facts: readonly Fact[], column: RawBuilder<unknown>): Promise<FactRow[]> {
  const decided = await decidedAmong(
    tx,
    column,
    facts.map((fact) => fact.id),
  );
  return withKeepers(
    tx,
    facts.filter((fact) => !decided.has(fact.id)),
  );
}

async function withKeepers(tx: Tx, waiting: readonly Fact[]): Promise<FactRow[]> {
  const clientIds = [...new Set(waiting.flatMap((fact) => fact.clientId ?? []))];
  const keepings = await keepingsOf(tx, clientIds);
  return waiting
    .toSorted((a, b) => a.occurredAt.getTime() - b.occurredAt.getTime() || (a.id < b.id ? -1 : 1))
    .map((fact) => {
      const { clientId } = fact;
      const kept =
        clientId === null ? undefined : keptAt(keepings.get(clientId) ?? [], fact.occurredAt, tx.zone);
      return {
        ...fact,
        keeperPartnerId: kept?.partnerId ?? null,
        keeperSince: kept?.since ?? null,
      };
    });
}

async function decidedAmong(
  tx: Tx,
  column: RawBuilder<unknown>,
  ids: readonly string[],
): Promise<Set<string>> {
  const { rows } = await sql<{ id: string }>`
    SELECT ${column} AS id FROM attribution.participant
    WHERE workspace_id = ${tx.workspaceId}::uuid AND ${column} = ANY(${ids}::text[]) AND role = 'source'
      AND withdrawn_at IS NULL`.execute(tx.db);
  return new Set(rows.map((row) => row.id));
}

/** Who kept each client and from when till when, oldest first. */
async function keepingsOf(tx: Tx, clientIds: readonly string[]): Promise<Map<string, Keeping[]>> {
  if (clientIds.length === 0) return new Map();
  const { rows } = await sql<Keeping & { clientId: string }>`
    SELECT client_id AS "clientId", partner_id AS "partnerId", NULLIF(since, '-infinity') AS since, until
    FROM directory.v_keeping WHERE workspace_id = ${tx.workspaceId}::uuid AND client_id = ANY(${clientIds}::text[])
    ORDER BY client_id, v_keeping.since`.execute(tx.db);
  return Map.groupBy(rows, (row) => row.clientId);
}
