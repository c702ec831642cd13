import { may, namesOfMembers, permit } from '@mosty/identity';
import type { Context, Tx } from '@mosty/kernel/context';
import { look } from '@mosty/kernel/db';
import { decodeCursor, pageFrom, serve, type Served } from '@mosty/kernel/http';
import type { Id } from '@mosty/kernel/id';
import { Refusal, refuse } from '@mosty/kernel/refusal';
import type * as z from 'zod';
import * as api from '../contract/batch.ts';
import { checkBatch, decideApproval } from '../domain/batch-life.ts';
import { dueMinor } from '../domain/choose.ts';
import { rights } from '../policy.ts';
import { approvePayoutBatch } from '../service/approve-payout-batch.ts';
import { bankFormatsOf } from '../service/bank-orders.ts';
import { cancelPayoutBatch } from '../service/cancel-payout-batch.ts';
import { failPayout } from '../service/fail-payout.ts';
import type { Gathered } from '../service/gather-payouts.ts';
import { makePayoutBatch, previewPayoutBatch } from '../service/make-payout-batch.ts';
import { markPaid } from '../service/mark-paid.ts';
import { sendPayoutBatch } from '../service/send-payout-batch.ts';
import { findBatch, listBatches, listBlocked, type Batch } from '../store/batches.ts';
import { findPayout, listPayouts } from '../store/payouts.ts';
import { afterAmount, afterTime, canOf } from './present.ts';

const minorOf = (minor: number | undefined) => (minor === undefined ? undefined : BigInt(minor));

function canDo(ctx: Context, batch: Batch) {
  const approval = decideApproval(batch, ctx.actor.id);
  const taken = batch.state === 'draft' || batch.state === 'cancelled';
  return canOf({
    approve: may(ctx, rights, 'payout.approve') && (approval instanceof Refusal ? approval : null),
    send: may(ctx, rights, 'payout.pay') && checkBatch(batch, 'send'),
    pay: may(ctx, rights, 'payout.pay') && checkBatch(batch, 'pay'),
    cancel: may(ctx, rights, 'payout.make') && checkBatch(batch, 'cancel'),
    takeRegister:
      may(ctx, rights, 'payout.pay') && (taken ? new Refusal('not_now', 'payouts.not_approved') : null),
  });
}

/** How many are left out for each reason; somebody with two reasons counts under the weightiest. */
function blockedByCode({ blocked }: Gathered) {
  return [...Map.groupBy(blocked, ({ reasons }) => reasons[0]?.code ?? 'nothing_due')].map(
    ([code, rows]) => ({
      code,
      partners: rows.length,
      amountMinor: rows.reduce((sum, { candidate }) => sum + dueMinor(candidate), 0n),
    }),
  );
}

export async function pageOfBatches(tx: Tx, query: z.output<typeof api.listBatches.query>) {
  permit(tx, rights, 'payout.read');
  const { cursor, limit, ...filter } = query;
  const after = afterTime(decodeCursor(cursor));
  const rows = await listBatches(tx, { ...filter, after, limit: limit + 1 });
  return pageFrom(rows, limit, (row) => ({ value: row.madeAt.toISOString(), id: row.id }));
}

export async function pageOfPayouts(
  tx: Tx,
  batchId: Id<'payout_batch'>,
  query: z.output<typeof api.listPayouts.query> & { partnerId?: Id<'partner'> | undefined },
) {
  permit(tx, rights, 'payout.read');
  const { cursor, limit, partnerId } = query;
  const after = afterAmount(decodeCursor(cursor));
  const rows = await listPayouts(tx, batchId, { partnerId, after, limit: limit + 1 });
  return pageFrom(rows, limit, (row) => ({ value: row.amountMinor.toString(), id: row.id }));
}

export const batchRoutes: readonly Served[] = [
  serve(api.listBatches, (ctx, { query }) => look(ctx, (tx) => pageOfBatches(tx, query))),
  serve(api.getBatch, (ctx, { params }) =>
    look(ctx, async (tx) => {
      permit(tx, rights, 'payout.read');
      const batch = (await findBatch(tx, params.batchId)) ?? refuse('not_found', 'payouts.no_batch');
      const ids = [batch.madeBy, batch.approvedBy, batch.secondBy, batch.sentBy, batch.finishedBy].filter(
        (id) => id !== null,
      );
      const people = Object.fromEntries(await namesOfMembers(tx, ids));
      return { ...batch, people, bankFormats: bankFormatsOf(batch.currency), can: canDo(tx, batch) };
    }),
  ),
  serve(api.listPayouts, (ctx, { params, query }) =>
    look(ctx, (tx) => pageOfPayouts(tx, params.batchId, query)),
  ),
  serve(api.getPayout, (ctx, { params }) =>
    look(ctx, async (tx) => {
      permit(tx, rights, 'payout.read');
      return (await findPayout(tx, params.payoutId)) ?? refuse('not_found', 'payouts.no_payout');
    }),
  ),
  serve(api.listBlocked, (ctx, { params, query }) =>
    look(ctx, async (tx) => {
      permit(tx, rights, 'payout.read');
      const rows = await listBlocked(tx, params.batchId, {
        after: decodeCursor(query.cursor)?.id,
        limit: query.limit + 1,
      });
      const shown = rows.map((row) => ({ ...row, reasons: [...row.reasons] }));
      return pageFrom(shown, query.limit, (row) => ({ value: row.partnerId, id: row.partnerId }));
    }),
  ),
  serve(api.previewBatchOperation, async (ctx, { body }) => {
    const gathered = await previewPayoutBatch(ctx, { ...body, minimumMinor: minorOf(body.minimumMinor) });
    const { through, payOn, currency, chosen, totalMinor, needsSecond } = gathered;
    return {
      through,
      payOn,
      currency,
      payouts: chosen.length,
      totalMinor,
      needsSecond,
      blocked: blockedByCode(gathered),
    };
  }),
  serve(api.makeBatchOperation, (ctx, { body }) =>
    makePayoutBatch(ctx, { ...body, minimumMinor: minorOf(body.minimumMinor) }),
  ),
  serve(api.approveBatchOperation, (ctx, { params }) => approvePayoutBatch(ctx, params)),
  serve(api.sendBatchOperation, (ctx, { params }) => sendPayoutBatch(ctx, params)),
  serve(api.cancelBatchOperation, (ctx, { params, body }) => cancelPayoutBatch(ctx, { ...params, ...body })),
  serve(api.markPaidOperation, (ctx, { params, body }) => markPaid(ctx, { ...params, ...body })),
  serve(api.failPayoutOperation, (ctx, { params, body }) => failPayout(ctx, { ...params, ...body })),
];
