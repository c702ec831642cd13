import { permit } from '@mosty/identity';
import type { Tx } from '@mosty/kernel/context';
import { look } from '@mosty/kernel/db';
import { serve, type Served } from '@mosty/kernel/http';
import { amountOf, everyRow, writeTable } from '@mosty/kernel/table-file';
import { businessDateOf } from '@mosty/kernel/time';
import type * as z from 'zod';
import { exportPayouts, type listBatches } from '../contract/batch.ts';
import { exportOwed } from '../contract/money.ts';
import { exportStatements } from '../contract/statement.ts';
import { rights } from '../policy.ts';
import { pageOfBatches, pageOfPayouts } from './batches.ts';
import { pageOfOwed } from './money.ts';
import { pageOfStatements } from './statements.ts';

export const exportRoutes: readonly Served[] = [
  serve(exportStatements, (ctx, { query: { format, ...filter } }) =>
    look(ctx, async (tx) => {
      permit(tx, rights, 'statement.export');
      return writeTable(format, {
        name: 'statements',
        columns: [
          { title: 'month', value: (row) => row.month },
          { title: 'partner_id', value: (row) => row.partnerId },
          { title: 'partner', value: (row) => row.partnerName },
          { title: 'opening', value: amountOf((row) => row.openingMinor) },
          { title: 'accrued', value: amountOf((row) => row.accruedMinor) },
          { title: 'clawed_back', value: amountOf((row) => row.clawedBackMinor) },
          { title: 'corrected', value: amountOf((row) => row.correctedMinor) },
          { title: 'written_off', value: amountOf((row) => row.writtenOffMinor) },
          { title: 'paid', value: amountOf((row) => row.paidMinor) },
          { title: 'closing', value: amountOf((row) => row.closingMinor) },
          { title: 'currency', value: (row) => row.currency },
          { title: 'state', value: (row) => row.state },
          { title: 'sent_on', value: (row) => row.sentAt && businessDateOf(row.sentAt, tx.zone) },
          { title: 'answer_by', value: (row) => row.answerBy },
        ],
        rows: everyRow((page) => pageOfStatements(tx, { ...filter, ...page })),
      });
    }),
  ),
  serve(exportPayouts, (ctx, { query: { format, ...filter } }) =>
    look(ctx, async (tx) => {
      permit(tx, rights, 'payout.export');
      return writeTable(format, {
        name: 'payouts',
        columns: [
          { title: 'pay_on', value: (row) => row.batch.payOn },
          { title: 'through', value: (row) => row.batch.through },
          { title: 'batch_id', value: (row) => row.batch.id },
          { title: 'batch_state', value: (row) => row.batch.state },
          { title: 'payout_id', value: (row) => row.id },
          { title: 'partner_id', value: (row) => row.partnerId },
          { title: 'partner', value: (row) => row.partnerName },
          { title: 'earned', value: amountOf((row) => row.earnedMinor) },
          { title: 'set_off', value: amountOf((row) => -row.carriedMinor) },
          { title: 'amount', value: amountOf((row) => row.amountMinor) },
          { title: 'currency', value: (row) => row.currency },
          { title: 'accruals', value: (row) => row.accruals },
          { title: 'state', value: (row) => row.state },
          { title: 'paid_on', value: (row) => row.paidOn },
          { title: 'end_reason', value: (row) => row.endReason },
        ],
        rows: payoutsOfBatches(tx, filter),
      });
    }),
  ),
  serve(exportOwed, (ctx, { query: { format, ...filter } }) =>
    look(ctx, async (tx) => {
      permit(tx, rights, 'money.export');
      return writeTable(format, {
        name: 'settlements',
        columns: [
          { title: 'partner_id', value: (row) => row.partnerId },
          { title: 'partner', value: (row) => row.partnerName },
          { title: 'owed', value: amountOf((row) => row.owedMinor) },
          { title: 'available', value: amountOf((row) => row.availableMinor) },
          { title: 'overdue', value: amountOf((row) => row.overdueMinor) },
          { title: 'pending', value: amountOf((row) => row.pendingMinor) },
          { title: 'on_hold', value: amountOf((row) => row.onHoldMinor) },
          { title: 'in_payment', value: amountOf((row) => row.inPaymentMinor) },
          { title: 'to_set_off', value: amountOf((row) => row.clawbackMinor) },
          { title: 'currency', value: (row) => row.currency },
          { title: 'blocked_by', value: (row) => row.blockedBecause.map(({ code }) => code).join(' ') },
        ],
        rows: everyRow((page) => pageOfOwed(tx, { ...filter, ...page })),
      });
    }),
  ),
];

type BatchFilter = Omit<z.output<typeof listBatches.query>, 'cursor' | 'limit'>;

/** Batch by batch, the last made first; in each the largest payout first, as on the screens. */
async function* payoutsOfBatches(tx: Tx, filter: BatchFilter) {
  for await (const batch of everyRow((page) => pageOfBatches(tx, { ...filter, ...page }))) {
    const { partnerId } = filter;
    for await (const payout of everyRow((page) => pageOfPayouts(tx, batch.id, { partnerId, ...page })))
      yield { ...payout, batch };
  }
}
