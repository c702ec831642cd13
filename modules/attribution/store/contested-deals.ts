import { sql } from 'kysely';
import type { Tx } from '@mosty/kernel/context';
import type { Id } from '@mosty/kernel/id';
import type { DealRole } from '../contract/role.ts';

export interface ContestedDeal {
  readonly id: Id<'deal'>;
  readonly number: number;
  readonly title: string;
  readonly clientId: Id<'client'> | null;
  readonly kind: string;
  readonly partnerId: string | null;
  readonly registeredAt: Date | null;
  readonly closedAt: Date | null;
  readonly amountMinor: bigint | null;
  readonly currency: string;
}

const COLUMNS = sql`
  id, number, title, client_id AS "clientId", kind, partner_id AS "partnerId", registered_at AS "registeredAt",
  closed_at AS "closedAt", amount_minor AS "amountMinor", currency`;

/** Deals that the reader may see. */
export async function contestedDeals(tx: Tx, ids: readonly string[]): Promise<ContestedDeal[]> {
  if (ids.length === 0) return [];
  const { rows } = await sql<ContestedDeal>`
    SELECT ${COLUMNS} FROM deals.v_deal
    WHERE workspace_id = ${tx.workspaceId}::uuid AND id = ANY(${ids}::text[])`.execute(tx.db);
  return rows;
}

/** Everybody's registrations of the client, this deal's among them. */
export async function registrationsOf(tx: Tx, clientId: string): Promise<ContestedDeal[]> {
  const { rows } = await sql<ContestedDeal>`
    SELECT ${COLUMNS} FROM deals.v_deal
    WHERE workspace_id = ${tx.workspaceId}::uuid AND client_id = ${clientId} AND registered_at IS NOT NULL
    ORDER BY registered_at, number`.execute(tx.db);
  return rows;
}

export interface PartOfDeal {
  readonly partnerId: string;
  readonly role: DealRole;
  readonly sharePpm: number;
}

export async function partsOfDeal(tx: Tx, dealId: string): Promise<PartOfDeal[]> {
  const { rows } = await sql<PartOfDeal>`
    SELECT partner_id AS "partnerId", role, share_ppm AS "sharePpm" FROM deals.v_deal_participant
    WHERE workspace_id = ${tx.workspaceId}::uuid AND deal_id = ${dealId} ORDER BY added_at, id`.execute(
    tx.db,
  );
  return rows;
}

export async function salesOfDeal(tx: Tx, dealId: string): Promise<{ at: Date; key: string }[]> {
  const { rows } = await sql<{ at: Date; key: string }>`
    SELECT s.occurred_at AS at, s.external_id AS key
    FROM deals.v_deal_sale l JOIN deals.v_sale s ON s.workspace_id = l.workspace_id AND s.id = l.sale_id
    WHERE l.workspace_id = ${tx.workspaceId}::uuid AND l.deal_id = ${dealId} ORDER BY 1`.execute(tx.db);
  return rows;
}

/** Who is credited as having brought it: who has the source's part, else whoever registered it. */
export function sourcesOfDeal(
  deal: ContestedDeal,
  parts: readonly PartOfDeal[],
): { partnerId: string; sharePpm: number }[] {
  const role = deal.kind === 'new' ? 'source' : 'expand';
  const sources = parts.filter((part) => part.role === role);
  if (sources.length > 0) return sources.map(({ partnerId, sharePpm }) => ({ partnerId, sharePpm }));
  return deal.partnerId === null ? [] : [{ partnerId: deal.partnerId, sharePpm: 1_000_000 }];
}
