import type { Tx } from '@mosty/kernel/context';
import type { Id } from '@mosty/kernel/id';
import { businessDateOf, type BusinessDate } from '@mosty/kernel/time';
import type { DealRole, Registration } from '../contract/deal.ts';
import { dealsOfLinkedSales } from '../store/deal-sales.ts';
import { dealsById, type DealRecord } from '../store/deals.ts';
import { participantsOf, type ParticipantRecord } from '../store/participants.ts';
import { registrationsOver } from '../store/protecting.ts';

/** A deal as those see it who say whose a sale is. */
export interface DealFact {
  readonly dealId: Id<'deal'>;
  readonly number: number;
  /** The sale is linked to it; otherwise it protects the sale's client on its day. */
  readonly linked: boolean;
  readonly clientId: Id<'client'> | null;
  readonly registeredAt: Date;
  readonly protectedFrom: BusinessDate;
  /** The last day; null for a deal of our own. */
  readonly protectedUntil: BusinessDate | null;
  readonly registration: Registration;
  readonly source: { readonly partnerId: Id<'partner'>; readonly agreementId: Id<'agreement'> } | null;
  readonly participants: readonly {
    readonly partnerId: Id<'partner'>;
    readonly agreementId: Id<'agreement'>;
    readonly role: DealRole;
    readonly sharePpm: bigint;
    readonly capMinor: bigint | null;
  }[];
}

interface AskedSale {
  readonly saleId: string;
  readonly clientId: string | null;
  readonly occurredAt: Date;
}

/**
 * Sale → deals that speak of it: the one it is linked to, and the registrations that protected its client on its day.
 * A registration that was refused, withdrawn or came second speaks of nothing unless the sale is linked to it, and then
 * only of who helped.
 */
export async function dealsOfSales(tx: Tx, sales: readonly AskedSale[]): Promise<Map<string, DealFact[]>> {
  const [first] = sales;
  if (!first) return new Map();
  const links = await dealsOfLinkedSales(
    tx,
    sales.map(({ saleId }) => saleId),
  );
  const dayOf = new Map(sales.map((sale) => [sale.saleId, businessDateOf(sale.occurredAt, tx.zone)]));
  const days = [...dayOf.values()].sort();
  const clientIds = [...new Set(sales.flatMap(({ clientId }) => clientId ?? []))];
  const over = await registrationsOver(tx, clientIds, days[0] as BusinessDate, days.at(-1) as BusinessDate);
  const linked = await dealsById(tx, [...new Set(links.map(({ dealId }) => dealId))]);
  const deals = [...linked, ...over];
  if (deals.length === 0) return new Map();
  const roles = Map.groupBy(
    await participantsOf(
      tx,
      deals.map(({ id }) => id),
    ),
    ({ dealId }) => dealId,
  );
  const byId = new Map(linked.map((deal) => [deal.id as string, deal]));
  const linkOf = new Map(links.map(({ saleId, dealId }) => [saleId, byId.get(dealId)]));
  const byClient = Map.groupBy(over, ({ clientId }) => clientId);
  const facts = new Map<string, DealFact[]>();
  for (const sale of sales) {
    const own = linkOf.get(sale.saleId);
    const day = dayOf.get(sale.saleId) as BusinessDate;
    const others = (byClient.get(sale.clientId as Id<'client'>) ?? []).filter(
      (deal) => deal.id !== own?.id && protects(deal, day, tx.zone),
    );
    const found = [
      ...(own ? [factOf(own, true, roles.get(own.id) ?? [], tx.zone)] : []),
      ...others.map((deal) => factOf(deal, false, roles.get(deal.id) ?? [], tx.zone)),
    ];
    if (found.length > 0) facts.set(sale.saleId, found);
  }
  return facts;
}

/** A deal that was lost protects no longer: the client was free from that day on. */
function protects(deal: DealRecord, day: BusinessDate, zone: string): boolean {
  if (!deal.registeredAt || !deal.protectedUntil) return false;
  if (day < businessDateOf(deal.registeredAt, zone) || day > deal.protectedUntil) return false;
  return deal.outcome !== 'lost' || deal.closedAt === null || day <= businessDateOf(deal.closedAt, zone);
}

function factOf(
  deal: DealRecord,
  linked: boolean,
  roles: readonly ParticipantRecord[],
  zone: string,
): DealFact {
  const registeredAt = deal.registeredAt ?? deal.createdAt;
  const stands = deal.registration === 'approved' || deal.registration === 'expired';
  return {
    dealId: deal.id,
    number: deal.number,
    linked,
    clientId: deal.clientId,
    registeredAt,
    protectedFrom: businessDateOf(registeredAt, zone),
    protectedUntil: deal.protectedUntil,
    registration: deal.registration,
    source:
      stands && deal.partnerId && deal.agreementId
        ? { partnerId: deal.partnerId, agreementId: deal.agreementId }
        : null,
    participants: roles.map(({ partnerId, agreementId, role, sharePpm, capMinor }) => ({
      partnerId,
      agreementId,
      role,
      sharePpm: BigInt(sharePpm),
      capMinor,
    })),
  };
}
