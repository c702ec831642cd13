import { permit } from '@mosty/identity';
import type { Context, Tx } from '@mosty/kernel/context';
import { transact } from '@mosty/kernel/db';
import type { Id } from '@mosty/kernel/id';
import { refuse } from '@mosty/kernel/refusal';
import { namedDeal } from '../domain/named-deal.ts';
import { rights } from '../policy.ts';
import { insertDealSales, lockStandingSale, removeDealSales, salesNamingDeals } from '../store/deal-sales.ts';
import { dealsById, dealsByNumber, lockDeals, type DealRecord } from '../store/deals.ts';
import { insertDealEvents } from '../store/deal-events.ts';
import { closeDeals, reopenDeals } from './close-deals.ts';

interface NamesDeal {
  readonly id: Id<'sale'>;
  readonly dealId?: string | null | undefined;
  readonly dealExternalId?: string | null | undefined;
  readonly dealSource?: string | null | undefined;
}

/**
 * Links sales that name a deal, and wins it. Part of recording sales. A number that nobody has told a deal by yet is
 * waited for: `linkWaitingSales` finds these sales when it comes.
 * @throws deals.deal_unknown
 */
export async function linkNamedSales(tx: Tx, source: string, sales: readonly NamesDeal[]): Promise<void> {
  const naming = sales.filter((sale) => sale.dealId || sale.dealExternalId);
  if (naming.length === 0) return;
  const numbered = await dealsByNumber(
    tx,
    naming.flatMap(({ dealExternalId }) => dealExternalId ?? []),
  );
  const links = naming.flatMap(({ id, dealId, dealExternalId, dealSource }) => {
    const named = namedDeal(numbered, { number: dealExternalId ?? '', dealSource, source });
    const of = dealId ?? named?.id;
    return of ? [{ saleId: id, dealId: of as string }] : [];
  });
  const known = new Set(
    (await dealsById(tx, [...new Set(links.map(({ dealId }) => dealId))])).map(({ id }) => id as string),
  );
  const stranger = links.find(({ dealId }) => !known.has(dealId));
  if (stranger) refuse('not_found', 'deals.deal_unknown', { dealId: stranger.dealId });
  await winBySales(tx, links);
}

/** Deals were told of: sales that named them before are theirs. Part of telling of deals. */
export async function linkWaitingSales(tx: Tx, numbers: readonly string[]): Promise<void> {
  const waiting = await salesNamingDeals(tx, numbers);
  if (waiting.length === 0) return;
  const deals = await dealsByNumber(tx, numbers);
  await winBySales(
    tx,
    waiting.flatMap(({ saleId, ...naming }) => {
      const deal = namedDeal(deals, naming);
      return deal ? [{ saleId, dealId: deal.id }] : [];
    }),
  );
}

/** The deal became this sale. @throws deals.deal_unknown, deals.no_such_sale, deals.sale_of_another_deal */
export function linkSale(
  ctx: Context,
  input: { dealId: Id<'deal'>; saleId: Id<'sale'> },
): Promise<DealRecord> {
  return transact(ctx, async (tx) => {
    permit(tx, rights, 'deal.write');
    const [deal] = await lockDeals(tx, [input.dealId]);
    if (!deal) return refuse('not_found', 'deals.deal_unknown', { dealId: input.dealId });
    const sale = await lockStandingSale(tx, input.saleId);
    if (!sale) return refuse('not_found', 'deals.no_such_sale');
    if (sale.clientId && deal.clientId && sale.clientId !== deal.clientId)
      return refuse('conflict', 'deals.sale_of_another_client');
    const linked = await winBySales(tx, [{ saleId: sale.id, dealId: deal.id }]);
    if (linked.length === 0) return refuse('conflict', 'deals.sale_of_another_deal');
    tx.audit({ verb: 'deals.link_sale', subject: deal.id, change: { saleId: sale.id } });
    const [won] = await dealsById(tx, [deal.id]);
    return won ?? deal;
  });
}

export async function winBySales(
  tx: Tx,
  links: readonly { readonly saleId: string; readonly dealId: string }[],
): Promise<readonly { readonly saleId: string }[]> {
  if (links.length === 0) return [];
  const deals = await lockDeals(tx, [...new Set(links.map(({ dealId }) => dealId))]);
  const linked = await insertDealSales(tx, links);
  if (linked.length === 0) return [];
  await insertDealEvents(
    tx,
    linked.map(({ dealId, saleId }) => ({ dealId, what: 'sale_linked', params: { saleId } })),
  );
  const won = new Set(linked.map(({ dealId }) => dealId));
  await closeDeals(
    tx,
    deals.filter(({ id }) => won.has(id)),
    { outcome: 'won' },
  );
  tx.emit({
    type: 'deal.linked',
    dealIds: [...won],
    saleIds: linked.map(({ saleId }) => saleId),
  });
  return linked;
}

/** Sales were taken back: their deals are open again unless another sale of theirs stands. */
export async function unlinkSales(tx: Tx, saleIds: readonly string[]): Promise<void> {
  const left = await removeDealSales(tx, saleIds);
  if (left.length > 0) await reopenDeals(tx, await lockDeals(tx, left));
}
