import { ensureClients } from '@mosty/directory';
import { permit } from '@mosty/identity';
import type { Context, Tx } from '@mosty/kernel/context';
import { transact } from '@mosty/kernel/db';
import { emitParts } from '@mosty/kernel/events';
import type { Id } from '@mosty/kernel/id';
import { exact } from '@mosty/kernel/money';
import { checkAmount, minorOf, touchedDays, type NewRefund } from '../domain/sales.ts';
import { rights } from '../policy.ts';
import { holdMatching } from '../store/matching.ts';
import { findRefundsByKey, insertRefunds, type RefundRow } from '../store/refunds.ts';
import { findSalesByKey } from '../store/sales.ts';

export interface RecordRefunds {
  readonly source: string;
  readonly importId?: Id<'import_file'> | undefined;
  readonly refunds: readonly NewRefund[];
}

export interface RecordedRefunds {
  /** `matched`: its sale, or for a credit its client, is known; only these are priced. The others wait. */
  readonly recorded: readonly {
    readonly id: Id<'refund'>;
    readonly externalId: string;
    readonly matched: boolean;
  }[];
  readonly known: readonly {
    readonly id: Id<'refund'>;
    readonly externalId: string;
    readonly differs: boolean;
  }[];
}

/**
 * Records refunds and credit notes, each key once for ever. One that names an unknown sale, or nothing at all,
 * waits in the unmatched list; it is never dropped (272 customers of Online Retail II have a credit before any sale).
 * @throws deals.negative_amount, deals.amount_too_large
 */
export function recordRefunds(ctx: Context, input: RecordRefunds): Promise<RecordedRefunds> {
  return transact(ctx, async (tx) => {
    permit(tx, rights, 'refund.record');
    const refunds = [...new Map(input.refunds.map((refund) => [refund.externalId, refund])).values()];
    for (const refund of refunds) {
      const refusal = checkAmount(refund.externalId, refund.amountMicro);
      if (refusal) throw refusal;
    }
    await holdMatching(tx, input.source, 'alone');
    const rows = await toRows(tx, input.source, refunds);
    const newKeys = await insertRefunds(tx, input.source, input.importId ?? null, rows);
    const recorded = rows.filter((row) => newKeys.has(row.externalId));
    const told = new Map(
      rows.filter((row) => !newKeys.has(row.externalId)).map((row) => [row.externalId, row]),
    );
    const known = await findRefundsByKey(tx, input.source, [...told.keys()]);
    if (recorded.length > 0) announce(tx, input, recorded);
    return {
      recorded: recorded.map(({ id, externalId, matched }) => ({ id, externalId, matched })),
      known: known.map((row) => ({
        id: row.id,
        externalId: row.external_id,
        differs: told.get(row.external_id)?.amountMicro !== row.amount_micro.toString(),
      })),
    };
  });
}

async function toRows(tx: Tx, source: string, refunds: readonly NewRefund[]): Promise<RefundRow[]> {
  const saleKeys = refunds.flatMap((refund) =>
    refund.link === 'sale' && refund.saleExternalId ? [refund.saleExternalId] : [],
  );
  const sales = new Map((await findSalesByKey(tx, source, saleKeys)).map((sale) => [sale.external_id, sale]));
  const clients = await ensureClients(
    tx,
    refunds.flatMap((refund) =>
      refund.clientExternalId ? [{ externalId: refund.clientExternalId, name: undefined }] : [],
    ),
  );
  return refunds.map((refund) => {
    const sale = refund.link === 'sale' ? sales.get(refund.saleExternalId ?? '') : undefined;
    const clientId = sale?.client_id ?? clients.get(refund.clientExternalId ?? '')?.id ?? null;
    return {
      id: tx.ids.next('refund', refund.occurredAt),
      externalId: refund.externalId,
      saleExternalId: refund.saleExternalId ?? null,
      saleId: sale?.id ?? null,
      clientId,
      link: refund.link,
      occurredAt: refund.occurredAt,
      currency: refund.currency,
      amountMicro: refund.amountMicro.toString(),
      amountMinor: minorOf(exact(refund.amountMicro, refund.currency)).toString(),
      reason: refund.reason ?? null,
      // A refund in another currency than its sale cannot be a share of it: it waits for a person.
      matched: sale ? sale.currency === refund.currency : refund.link === 'client' && clientId !== null,
    };
  });
}

function announce(tx: Tx, input: RecordRefunds, recorded: readonly RefundRow[]): void {
  tx.audit({
    verb: 'deals.record_refunds',
    subject: input.importId ?? (recorded[0] as RefundRow).id,
    change: {
      source: input.source,
      count: recorded.length,
      waiting: recorded.filter((row) => !row.matched).length,
    },
  });
  tx.emit({
    type: 'refund.recorded',
    days: touchedDays(
      recorded.map((row) => row.occurredAt),
      tx.zone,
    ),
  });
  emitParts(tx, recorded, (part) => ({ type: 'sale.refunded', refunds: part.map(told) }));
}

/** What is told outside: ids and amounts. */
function told({ id, saleId, clientId, occurredAt, amountMinor, currency }: RefundRow) {
  return {
    refundId: id,
    saleId,
    clientId,
    occurredAt: occurredAt.toISOString(),
    amountMinor: BigInt(amountMinor),
    currency,
  };
}
