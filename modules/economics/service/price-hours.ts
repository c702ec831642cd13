import { recordCosts } from '@mosty/deals';
import { permit } from '@mosty/identity';
import type { Context } from '@mosty/kernel/context';
import { transact } from '@mosty/kernel/db';
import type { Id } from '@mosty/kernel/id';
import { refuse } from '@mosty/kernel/refusal';
import { addDays, addMonths, businessDateOf, firstDay, type Month } from '@mosty/kernel/time';
import { rights } from '../policy.ts';
import { closingsOf } from '../store/closings.ts';
import { HOURS } from '../store/facts.ts';
import { insertPriced, timesPriced } from '../store/hours.ts';
import { takeTurn } from '../store/plans.ts';
import { timeOf } from './count.ts';

/**
 * Writes told time of a month as costs of its partners, by the rate of each colleague (S3.28). What was written once is not
 * written again; time told later makes a cost of its own. Time without a rate waits. @throws economics.month_closed
 */
export function priceHours(
  ctx: Context,
  input: { month: string },
): Promise<{ recorded: number; withoutRate: number }> {
  return transact(ctx, async (tx) => {
    permit(tx, rights, 'department.plan');
    const month = input.month as Month;
    await takeTurn(tx);
    if ((await closingsOf(tx, { from: month, to: month })).has(month))
      refuse('conflict', 'economics.month_closed', { month });
    const told = await timeOf(tx, { from: month, to: month });
    const before = await timesPriced(tx, month);
    const last = addDays(firstDay(addMonths(month, 1)), -1);
    const today = businessDateOf(tx.now(), tx.zone);
    const priced = told.flatMap((one) => {
      if (one.rateMinor === null || one.amountMinor === null) return [];
      const no = (before.get(`${one.memberId ?? ''} ${one.partnerId ?? ''}`) ?? 0) + 1;
      const costKey = `${month}:${one.memberId ?? '-'}:${one.partnerId ?? '-'}:${no}`;
      return [{ ...one, rateMinor: one.rateMinor, amountMinor: one.amountMinor, no, costKey }];
    });
    if (priced.length > 0) {
      await insertPriced(tx, month, priced);
      await recordCosts(tx, {
        source: HOURS,
        costs: priced.map((one) => ({
          externalId: one.costKey,
          partnerId: (one.partnerId ?? undefined) as Id<'partner'> | undefined,
          class: one.class,
          kind: 'team' as const,
          occurredOn: last < today ? last : today,
          currency: tx.currency,
          amountMinor: one.amountMinor,
          hours: inHours(one.minutes),
        })),
      });
      tx.audit({ verb: 'economics.price_hours', subject: `${month}`, change: { costs: priced.length } });
    }
    return { recorded: priced.length, withoutRate: told.length - priced.length };
  });
}

/** Minutes as hours in decimal text, to a hundredth. */
function inHours(minutes: number): string {
  const hundredths = Math.round((minutes * 100) / 60);
  return `${Math.trunc(hundredths / 100)}.${String(hundredths % 100).padStart(2, '0')}`;
}
