import { sql, type RawBuilder } from 'kysely';
import type { Tx } from '@mosty/kernel/context';
import type { Id } from '@mosty/kernel/id';
import type { Participation } from '../domain/accrue.ts';
import type { SaleRefund } from '../domain/take-back.ts';

type Part = Pick<
  Participation,
  | 'participantId'
  | 'partnerId'
  | 'agreementId'
  | 'class'
  | 'role'
  | 'sharePpm'
  | 'capMinor'
  | 'dealId'
  | 'expands'
>;
type Fact = Omit<Participation, keyof Part | 'saleId' | 'refundId'> & { readonly id: string };

/** Parts in the sales, in the order in which levels are reached. */
export async function partsOfSales(tx: Tx, saleIds: readonly string[]): Promise<Participation[]> {
  if (saleIds.length === 0) return [];
  const parts = await participantsOf(tx, sql.ref('sale_id'), saleIds);
  const { rows } = await sql<Fact>`
    SELECT id, client_id AS "clientId", occurred_at AS "occurredAt", currency, amount_micro AS "amountMicro",
           vat_micro AS "vatMicro", list_minor AS "listMinor", is_first AS "isFirst"
    FROM deals.v_sale
    WHERE workspace_id = ${tx.workspaceId}::uuid AND id = ANY(${[...parts.keys()]}::text[])`.execute(tx.db);
  return joined(rows, parts, (id) => ({ saleId: id as Id<'sale'>, refundId: null }));
}

/** The same for credits to a client that name no sale: their amount has a minus. */
export async function partsOfCredits(tx: Tx, refundIds: readonly string[]): Promise<Participation[]> {
  if (refundIds.length === 0) return [];
  const parts = await participantsOf(tx, sql.ref('refund_id'), refundIds);
  const { rows } = await sql<Fact>`
    SELECT id, client_id AS "clientId", occurred_at AS "occurredAt", currency, -amount_micro AS "amountMicro",
           NULL::bigint AS "vatMicro", NULL::bigint AS "listMinor", false AS "isFirst"
    FROM deals.v_refund
    WHERE workspace_id = ${tx.workspaceId}::uuid AND id = ANY(${[...parts.keys()]}::text[]) AND link = 'client'`.execute(
    tx.db,
  );
  return joined(rows, parts, (id) => ({ saleId: null, refundId: id as Id<'refund'> }));
}

async function participantsOf(
  tx: Tx,
  column: RawBuilder<unknown>,
  ids: readonly string[],
): Promise<Map<string, Part[]>> {
  const { rows } = await sql<Part & { subject: string }>`
    SELECT p.${column} AS subject, p.id AS "participantId", p.partner_id AS "partnerId", p.agreement_id AS "agreementId",
           p.class, CASE p.role WHEN 'co_source' THEN 'source' ELSE p.role END AS role, p.share_ppm AS "sharePpm",
           p.cap_minor AS "capMinor", p.deal_id AS "dealId", COALESCE(d.kind <> 'new', false) AS expands
    FROM attribution.v_participant p
    LEFT JOIN deals.v_deal d ON d.workspace_id = p.workspace_id AND d.id = p.deal_id
    WHERE p.workspace_id = ${tx.workspaceId}::uuid AND p.${column} = ANY(${ids}::text[])`.execute(tx.db);
  return Map.groupBy(rows, (row) => row.subject);
}

/**
 * Joined here and not in SQL: while the tables are new the planner thinks them empty and picks a plan that is
 * quadratic (23 s for 5 000 sales); by key each of the two look-ups is fast whatever it thinks.
 */
function joined(
  facts: readonly Fact[],
  parts: ReadonlyMap<string, readonly Part[]>,
  subject: (id: string) => Pick<Participation, 'saleId' | 'refundId'>,
): Participation[] {
  return facts
    .toSorted((a, b) => a.occurredAt.getTime() - b.occurredAt.getTime() || byText(a.id, b.id))
    .flatMap(({ id, ...fact }) =>
      (parts.get(id) ?? [])
        .toSorted((a, b) => byText(a.participantId, b.participantId))
        .map(
          ({ participantId, partnerId, agreementId, class: reportingClass, role, sharePpm, ...onDeal }) => ({
            ...subject(id),
            ...fact,
            participantId,
            partnerId,
            agreementId,
            class: reportingClass,
            role,
            sharePpm,
            capMinor: onDeal.capMinor,
            dealId: onDeal.dealId,
            expands: onDeal.expands,
          }),
        ),
    );
}

const byText = (a: string, b: string) => (a < b ? -1 : a > b ? 1 : 0);

/**
 * The parts that earned nothing yet. A statement of its own, after the agreements that look back were locked: it sees
 * what a concurrent batch has just written. As an anti-join above it would read the whole table once that has grown.
 */
export async function notAccrued(tx: Tx, parts: readonly Participation[]): Promise<Participation[]> {
  const saleIds = parts.flatMap((part) => part.saleId ?? []);
  const refundIds = parts.flatMap((part) => part.refundId ?? []);
  const [column, ids] = saleIds.length > 0 ? [sql`sale_id`, saleIds] : [sql`refund_id`, refundIds];
  if (ids.length === 0) return [];
  const { rows } = await sql<{ participant_id: string }>`
    SELECT participant_id FROM incentives.accrual
    WHERE workspace_id = ${tx.workspaceId}::uuid AND ${column} = ANY(${ids}::text[]) AND participant_id IS NOT NULL`.execute(
    tx.db,
  );
  if (rows.length === 0) return [...parts];
  const accrued = new Set(rows.map((row) => row.participant_id));
  return parts.filter((part) => !accrued.has(part.participantId));
}

/** When each of the clients first paid. */
export async function firstPayments(tx: Tx, clientIds: readonly string[]): Promise<Map<string, Date>> {
  if (clientIds.length === 0) return new Map();
  const { rows } = await sql<{ id: string; first_paid_at: Date }>`
    SELECT id, first_paid_at FROM directory.v_client
    WHERE workspace_id = ${tx.workspaceId}::uuid AND id = ANY(${clientIds}::text[]) AND first_paid_at IS NOT NULL`.execute(
    tx.db,
  );
  return new Map(rows.map((row) => [row.id, row.first_paid_at]));
}

export interface RefundOfSale extends SaleRefund {
  readonly saleId: string;
  readonly saleMicro: bigint;
}

/** The sales that the given refunds return something of. */
export async function salesOfRefunds(tx: Tx, refundIds: readonly string[]): Promise<string[]> {
  if (refundIds.length === 0) return [];
  const { rows } = await sql<{ sale_id: string }>`
    SELECT DISTINCT sale_id FROM deals.v_refund
    WHERE workspace_id = ${tx.workspaceId}::uuid AND id = ANY(${refundIds}::text[]) AND link = 'sale'
      AND sale_id IS NOT NULL AND matched_at IS NOT NULL`.execute(tx.db);
  return rows.map((row) => row.sale_id);
}

/** Every standing refund of the sales, oldest first: their shares are counted together. */
export async function refundsOfSales(tx: Tx, saleIds: readonly string[]): Promise<RefundOfSale[]> {
  if (saleIds.length === 0) return [];
  const { rows } = await sql<RefundOfSale>`
    SELECT f.id, f.sale_id AS "saleId", f.occurred_at AS "occurredAt", f.amount_micro AS "amountMicro",
           s.amount_micro AS "saleMicro"
    FROM deals.v_refund f
    JOIN deals.v_sale s ON s.workspace_id = f.workspace_id AND s.id = f.sale_id
    WHERE f.workspace_id = ${tx.workspaceId}::uuid AND f.sale_id = ANY(${saleIds}::text[]) AND f.matched_at IS NOT NULL
    ORDER BY f.occurred_at, f.id`.execute(tx.db);
  return rows;
}
