import { permit } from '@mosty/identity';
import type { Context } from '@mosty/kernel/context';
import { transact } from '@mosty/kernel/db';
import { refuse } from '@mosty/kernel/refusal';
import { monthOfInstant, type Month } from '@mosty/kernel/time';
import type { MonthCounted } from '../domain/book.ts';
import { rights } from '../policy.ts';
import { closingsOf, insertClosing } from '../store/closings.ts';
import { takeTurn } from '../store/plans.ts';
import { linesOf, monthOfBooks } from './read-month.ts';

/** Keeps a month as it is known now. @throws economics.month_not_over, economics.month_closed */
export function closeMonth(ctx: Context, input: { month: string }): Promise<{ closedAt: Date }> {
  return transact(ctx, async (tx) => {
    permit(tx, rights, 'department.close');
    const month = input.month as Month;
    if (month >= monthOfInstant(tx.now(), tx.zone)) refuse('not_now', 'economics.month_not_over', { month });
    await takeTurn(tx);
    if ((await closingsOf(tx, { from: month, to: month })).has(month))
      refuse('conflict', 'economics.month_closed', { month });
    const counted = await monthOfBooks(tx, month);
    const closedAt = tx.now();
    await insertClosing(tx, {
      month,
      currency: tx.currency,
      figures: {
        referral: linesOf(counted.referral),
        partner_sales: linesOf(counted.partner_sales),
        alliance: linesOf(counted.alliance),
      },
      toldTime: {
        referral: timeIn(counted.referral),
        partner_sales: timeIn(counted.partner_sales),
        alliance: timeIn(counted.alliance),
      },
      closedAt,
      closedBy: tx.actor.id,
    });
    tx.audit({ verb: 'economics.close_month', subject: `${month}`, change: { month } });
    return { closedAt };
  });
}

const timeIn = ({ unpricedMinutes, unpricedMinor }: MonthCounted) => ({
  minutes: unpricedMinutes,
  minor: unpricedMinor.toString(),
});
