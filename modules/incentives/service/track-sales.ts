import { nameClients } from '@mosty/directory';
import { dealsRights, type NewSale, type RecordedSales, type RecordSales } from '@mosty/deals';
import type { TrackedSale } from '@mosty/deals/contract';
import { permit } from '@mosty/identity';
import type { Context, Tx } from '@mosty/kernel/context';
import { transact } from '@mosty/kernel/db';
import type { Id } from '@mosty/kernel/id';
import { MICRO_PER_MINOR } from '@mosty/kernel/money';
import { TRACK_SOURCE, tellingOf, tellOnce, type Telling } from '@mosty/tracking';
import { settleSalesGrouped } from './settle-grouped.ts';
import { settleSales } from './settle-sales.ts';

export interface SaleOutcome {
  readonly id: Id<'sale'>;
  readonly invoiceId: string;
  readonly known: boolean;
}

/** A sale on its way through a group, with the words it was told in. */
interface ToldSale extends NewSale {
  readonly telling: Telling;
  readonly clientEmail: string | undefined;
}

/**
 * Sales as a program tells them, in their order. The same words again change nothing.
 * @throws tracking.told_differently
 */
export async function trackSales(ctx: Context, told: readonly TrackedSale[]): Promise<SaleOutcome[]> {
  permit(ctx, dealsRights, 'sale.record');
  const sales = told.map((sale) => toSale(ctx, sale));
  const { recorded, known } = await settleSalesGrouped(ctx, { source: TRACK_SOURCE, sales }, settleTold);
  const fresh = new Set<string>(recorded.map((sale) => sale.id));
  const byInvoice = new Map([...known, ...recorded].map((sale) => [sale.externalId, sale.id]));
  return told.flatMap(({ invoiceId }) => {
    const id = byInvoice.get(invoiceId);
    return id ? [{ id, invoiceId, known: !fresh.has(id) }] : [];
  });
}

/** What is told differently is refused before anything is recorded. */
function settleTold(ctx: Context, input: RecordSales): Promise<RecordedSales> {
  return transact(ctx, async (tx) => {
    const told = input.sales.filter(isTold);
    await tellOnce(
      tx,
      told.map((sale) => sale.telling),
    );
    const outcome = await settleSales(tx, input);
    await nameTheirClients(tx, told);
    return outcome;
  });
}

function isTold(sale: NewSale): sale is ToldSale {
  return 'telling' in sale;
}

function nameTheirClients(tx: Tx, told: readonly ToldSale[]): Promise<void> {
  return nameClients(
    tx,
    told.flatMap(({ clientExternalId, clientName, clientEmail }) =>
      clientExternalId ? [{ externalId: clientExternalId, name: clientName, email: clientEmail }] : [],
    ),
  );
}

function toSale(ctx: Context, told: TrackedSale): ToldSale {
  return {
    externalId: told.invoiceId,
    clientExternalId: told.customerExternalId,
    clientName: told.customerName,
    clientEmail: told.customerEmail,
    occurredAt: told.timestamp === undefined ? ctx.clock.now() : new Date(told.timestamp),
    currency: (told.currency ?? ctx.currency).toUpperCase(),
    amountMicro: BigInt(told.amount) * MICRO_PER_MINOR,
    product: told.eventName,
    namedCode: told.code,
    clickId: told.clickId,
    visitorId: told.visitorId,
    telling: tellingOf('sale', told.invoiceId, { ...told }),
  };
}
