import {
  clientsById,
  ensureClients,
  holdFirstPayments,
  noteFirstPayments,
  resetFirstPayments,
  type SaleClient,
} from '@mosty/directory';
import { permit } from '@mosty/identity';
import type { Context, Tx } from '@mosty/kernel/context';
import { transact } from '@mosty/kernel/db';
import { emitParts } from '@mosty/kernel/events';
import type { Id } from '@mosty/kernel/id';
import { exact } from '@mosty/kernel/money';
import { refuse } from '@mosty/kernel/refusal';
import { bindVisitors } from '@mosty/tracking';
import { checkAmount, firstSales, minorOf, touchedDays, type NewSale } from '../domain/sales.ts';
import { rights } from '../policy.ts';
import { holdMatching } from '../store/matching.ts';
import { matchWaitingRefunds } from '../store/refunds.ts';
import { findSalesByKey, insertLines, insertSales, type SaleRow } from '../store/sales.ts';
import { linkNamedSales } from './link-sales.ts';

export interface RecordSales {
  /** Who tells: `import`, a shop's name, `manual`. Together with `externalId` it is the sale's key for ever. */
  readonly source: string;
  readonly importId?: Id<'import_file'> | undefined;
  readonly sales: readonly NewSale[];
}

export interface RecordedSales {
  readonly recorded: readonly { readonly id: Id<'sale'>; readonly externalId: string }[];
  /** Already there. `differs`: the source now tells another amount, currency or client; nothing was changed. */
  readonly known: readonly {
    readonly id: Id<'sale'>;
    readonly externalId: string;
    readonly differs: boolean;
  }[];
  /** Refunds that had been waiting for these sales. */
  readonly lateRefundIds: readonly Id<'refund'>[];
}

/**
 * Records paid sales, each key once for ever. Set-based: a single sale is a set of one.
 * Money follows in `settleSales` of incentives, which calls this first in the same transaction.
 * A sale that names its deal wins it.
 * @throws deals.negative_amount, deals.amount_too_large, deals.deal_unknown, directory.client_unknown
 */
export function recordSales(ctx: Context, input: RecordSales): Promise<RecordedSales> {
  return transact(ctx, async (tx) => {
    permit(tx, rights, 'sale.record');
    const sales = onePerKey(input.sales);
    for (const sale of sales) {
      const refusal = checkAmount(sale.externalId, sale.amountMicro);
      if (refusal) throw refusal;
    }
    await holdMatching(tx, input.source, 'with_others');
    const known = await knownClients(tx, sales);
    const named = await namedClients(tx, input);
    const rows = await toRows(tx, sales, known, named);
    await bindVisitors(
      tx,
      rows.flatMap(({ clientId, clickId, visitorId, occurredAt }) =>
        clientId && (clickId || visitorId)
          ? [{ clientId, clickId: clickId ?? undefined, visitorId: visitorId ?? undefined, at: occurredAt }]
          : [],
      ),
    );
    const newKeys = await insertSales(tx, input.source, input.importId ?? null, rows);
    const recorded = rows.filter((row) => newKeys.has(row.externalId));
    await insertLines(tx, recorded);
    await notePayments(tx, rows, newKeys, freshIds(named));
    const knownSales = await readKnown(tx, input.source, rows, newKeys);
    const lateRefundIds =
      recorded.length > 0 ? await matchWaitingRefunds(tx, input.source, recorded.map(keyOf)) : [];
    await linkNamedSales(tx, input.source, recorded);
    if (recorded.length > 0) announce(tx, input, recorded);
    return {
      recorded: recorded.map(({ id, externalId }) => ({ id, externalId })),
      known: knownSales,
      lateRefundIds,
    };
  });
}

interface Payer {
  readonly id: string;
  readonly firstPaidAt: Date | null;
}

const keyOf = ({ id, externalId, clientId, currency }: SaleRow) => ({ id, externalId, clientId, currency });

/** Those that are told by our own id. */
async function knownClients(tx: Tx, sales: readonly NewSale[]): Promise<Payer[]> {
  const named = [...new Set(sales.flatMap((sale) => sale.clientId ?? []))];
  if (named.length === 0) return [];
  const clients = await clientsById(tx, named);
  const known = new Set(clients.map((client) => client.id));
  const stranger = named.find((id) => !known.has(id));
  if (stranger) refuse('not_found', 'directory.client_unknown', { clientId: stranger });
  return clients;
}

function onePerKey(sales: readonly NewSale[]): NewSale[] {
  return [...new Map(sales.map((sale) => [sale.externalId, sale])).values()];
}

type NamedClients = ReadonlyMap<string, SaleClient>;

/** Those that are told by the source's own number; who is new to us is written down, with its first payment. */
function namedClients(tx: Tx, { sales, importId }: RecordSales): Promise<NamedClients> {
  const named = sales.flatMap((sale) =>
    sale.clientExternalId && !sale.clientId
      ? [{ externalId: sale.clientExternalId, name: sale.clientName, paidAt: sale.occurredAt }]
      : [],
  );
  return ensureClients(tx, named, { importId });
}

/** Written down by this transaction: nobody else sees them yet. */
function freshIds(named: NamedClients): ReadonlySet<string> {
  return new Set([...named.values()].flatMap(({ id, isNew }) => (isNew ? [id] : [])));
}

async function toRows(
  tx: Tx,
  sales: readonly NewSale[],
  known: readonly Payer[],
  named: NamedClients,
): Promise<SaleRow[]> {
  const resolved = sales.map((sale) => ({
    ...sale,
    clientId: sale.clientId ?? named.get(sale.clientExternalId ?? '')?.id ?? null,
  }));
  const first = await findFirstSales(tx, resolved, [...known, ...named.values()], freshIds(named));
  return resolved.map((sale) => ({
    id: tx.ids.next('sale', sale.occurredAt),
    externalId: sale.externalId,
    clientId: sale.clientId,
    occurredAt: sale.occurredAt,
    currency: sale.currency,
    amountMicro: sale.amountMicro,
    amountMinor: minorOf(exact(sale.amountMicro, sale.currency)),
    vatMicro: sale.vatMicro ?? null,
    costMinor: sale.costMinor ?? null,
    listMinor: sale.listMinor ?? null,
    product: sale.product ?? null,
    isFirst: first.has(sale.externalId),
    namedPartner: sale.namedPartner ?? null,
    namedCode: sale.namedCode ?? null,
    dealId: sale.dealId ?? null,
    dealExternalId: sale.dealExternalId ?? null,
    dealSource: sale.dealSource ?? null,
    clickId: sale.clickId ?? null,
    visitorId: sale.visitorId ?? null,
    lines: sale.lines ?? [],
  }));
}

/** Clients who seem to pay for the first time are held, so that of two sales told at once one is the first. */
async function findFirstSales(
  tx: Tx,
  sales: Parameters<typeof firstSales>[0],
  clients: readonly Payer[],
  fresh: ReadonlySet<string>,
): Promise<Set<string>> {
  const firstPaidAt = new Map<string, Date | null>(clients.map((client) => [client.id, client.firstPaidAt]));
  const seemFirst = firstSales(sales, firstPaidAt);
  const payers = sales.flatMap(({ externalId, clientId }) =>
    clientId && seemFirst.has(externalId) && !fresh.has(clientId) ? [clientId] : [],
  );
  return firstSales(sales, new Map([...firstPaidAt, ...(await holdFirstPayments(tx, payers))]));
}

/**
 * A client that came with these sales has its first payment already. A second statement for it rewrote the row that had
 * just been inserted, with all of its indexes: a tenth of what a sale of a new client costs.
 */
async function notePayments(
  tx: Tx,
  rows: readonly SaleRow[],
  newKeys: ReadonlySet<string>,
  fresh: ReadonlySet<string>,
): Promise<void> {
  const payments = rows.flatMap(({ clientId, occurredAt, externalId }) =>
    clientId ? [{ clientId, occurredAt, counts: newKeys.has(externalId) }] : [],
  );
  const counted = payments.filter((payment) => payment.counts);
  await noteFirstPayments(
    tx,
    counted.filter((payment) => !fresh.has(payment.clientId)),
  );
  // Told of with a sale that was known already, and so not this client's: only what was recorded counts.
  const mistaken = new Set(
    payments.flatMap(({ clientId, counts }) => (!counts && fresh.has(clientId) ? [clientId] : [])),
  );
  if (mistaken.size === 0) return;
  await resetFirstPayments(
    tx,
    [...mistaken].map((clientId) => ({ clientId, occurredAt: earliest(counted, clientId) })),
  );
}

function earliest(
  payments: readonly { clientId: string; occurredAt: Date }[],
  clientId: string,
): Date | null {
  const times = payments.flatMap((one) => (one.clientId === clientId ? [one.occurredAt.getTime()] : []));
  return times.length === 0 ? null : new Date(Math.min(...times));
}

async function readKnown(tx: Tx, source: string, rows: readonly SaleRow[], newKeys: ReadonlySet<string>) {
  const told = new Map(
    rows.filter((row) => !newKeys.has(row.externalId)).map((row) => [row.externalId, row]),
  );
  const known = await findSalesByKey(tx, source, [...told.keys()]);
  return known.map((sale) => {
    const row = told.get(sale.external_id);
    const differs =
      row !== undefined &&
      (row.amountMicro !== sale.amount_micro ||
        row.currency !== sale.currency ||
        (row.clientId !== null && row.clientId !== sale.client_id));
    return { id: sale.id, externalId: sale.external_id, differs };
  });
}

function announce(tx: Tx, input: RecordSales, recorded: readonly SaleRow[]): void {
  tx.audit({
    verb: 'deals.record_sales',
    subject: input.importId ?? (recorded[0] as SaleRow).id,
    change: {
      source: input.source,
      count: recorded.length,
      first: recorded[0]?.id,
      last: recorded.at(-1)?.id,
    },
  });
  tx.emit({
    type: 'sale.recorded',
    days: touchedDays(
      recorded.map((row) => row.occurredAt),
      tx.zone,
    ),
  });
  emitParts(tx, recorded, (part) => ({ type: 'sale.created', sales: part.map(told) }));
}

/** What is told outside: ids and amounts. */
function told({ id, clientId, dealId, clickId, occurredAt, amountMinor, currency }: SaleRow) {
  return {
    saleId: id,
    clientId,
    dealId,
    clickId,
    occurredAt: occurredAt.toISOString(),
    amountMinor,
    currency,
  };
}
