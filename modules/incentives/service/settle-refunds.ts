import { attributeRefunds } from '@mosty/attribution';
import { recordRefunds, type RecordedRefunds, type RecordRefunds } from '@mosty/deals';
import type { Context } from '@mosty/kernel/context';
import { transact } from '@mosty/kernel/db';
import { accrueRefunds } from './accrue-refunds.ts';

/** The one door for a refund or credit note. One that matches no sale or client waits, and is settled when it does. */
export function settleRefunds(ctx: Context, input: RecordRefunds): Promise<RecordedRefunds> {
  return transact(ctx, async (tx) => {
    const outcome = await recordRefunds(tx, input);
    const refundIds = outcome.recorded.filter((refund) => refund.matched).map((refund) => refund.id);
    if (refundIds.length > 0) {
      await attributeRefunds(tx, { refundIds });
      await accrueRefunds(tx, { refundIds });
    }
    return outcome;
  });
}
