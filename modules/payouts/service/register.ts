import { findWorkspace, namesOfMembers, permit } from '@mosty/identity';
import type { Context, Tx } from '@mosty/kernel/context';
import { transact } from '@mosty/kernel/db';
import type { Id } from '@mosty/kernel/id';
import { refuse } from '@mosty/kernel/refusal';
import { requisitesByIds, type RequisitesRecord } from '@mosty/directory';
import { rights } from '../policy.ts';
import { findBatch, type Batch } from '../store/batches.ts';
import { listPayouts, type PayoutRow } from '../store/payouts.ts';
import { bankFormatsOf, bankOrders, isBankFormat } from './bank-orders.ts';
import { requisitesStand } from './requisites-stand.ts';

export interface Register {
  readonly batch: Batch;
  readonly company: string;
  readonly payouts: readonly PayoutRow[];
  /** By which each partner of the batch is paid, whatever was written since. */
  readonly requisites: ReadonlyMap<string, RequisitesRecord>;
  /** Who made and approved it, by actor id. */
  readonly people: ReadonlyMap<string, string>;
  /** The file for the bank, where one was asked for. */
  readonly orders: Uint8Array | null;
}

const ALL = 100_000;

/**
 * What goes to the bank or on paper. Only of an approved batch: a draft is nobody's order. Each taking is in the
 * journal. With a bank's `format` its file is written too.
 * @throws payouts.no_batch, payouts.not_approved, payouts.requisites_changed, payouts.no_such_format and what `bankOrders` refuses
 */
export function takeRegister(
  ctx: Context,
  input: {
    batchId: Id<'payout_batch'>;
    format: string;
    purposeOf: (payout: PayoutRow, vat: string, batch: Batch) => string;
  },
): Promise<Register> {
  return transact(ctx, async (tx) => {
    permit(tx, rights, 'payout.pay');
    const batch = (await findBatch(tx, input.batchId)) ?? refuse('not_found', 'payouts.no_batch');
    if (batch.state === 'draft' || batch.state === 'cancelled')
      refuse('not_now', 'payouts.not_approved', { state: batch.state });
    const payouts = await listPayouts(tx, batch.id, { limit: ALL });
    const open = payouts.filter((payout) => payout.state === 'approved');
    await requisitesStand(tx, open);
    const orders = isBankFormat(input.format) ? await ordersOf(tx, batch, open, input) : null;
    tx.audit({
      verb: 'payouts.take_register',
      subject: batch.id,
      change: { format: input.format, payouts: payouts.length },
    });
    const workspace = await findWorkspace(tx);
    return {
      batch,
      company: workspace?.legalName ?? workspace?.name ?? '',
      payouts,
      requisites: await paidBy(tx, payouts),
      people: await namesOfMembers(
        tx,
        [batch.madeBy, batch.approvedBy, batch.secondBy].filter((id) => id !== null),
      ),
      orders,
    };
  });
}

async function ordersOf(
  tx: Tx,
  batch: Batch,
  open: readonly PayoutRow[],
  input: Parameters<typeof takeRegister>[1],
) {
  if (!bankFormatsOf(batch.currency).some((format) => format === input.format)) {
    refuse('invalid', 'payouts.no_such_format', { format: input.format, currency: batch.currency });
  }
  if (open.length === 0) refuse('not_now', 'payouts.not_open');
  return bankOrders(tx, batch, open, (payout, vat) => input.purposeOf(payout, vat, batch));
}

async function paidBy(tx: Tx, payouts: readonly PayoutRow[]): Promise<Map<string, RequisitesRecord>> {
  const records = await requisitesByIds(
    tx,
    payouts.flatMap((payout) => payout.requisitesId ?? []),
  );
  return new Map(records.map((record) => [record.partnerId, record]));
}
