import type * as z from 'zod';
import { addMonths, monthOf, type BusinessDate } from '@mosty/kernel/time';
import { line } from '../../contract/explanation.ts';
import type { recurringSchema } from '../../contract/terms.ts';
import type { Facts, Paid } from '../facts.ts';

/**
 * A percent of every payment for `months` whole months from the client's first: paid on the 15th of January, 12
 * months end on the 14th of January. A client we do not know, or who never paid, begins with this very payment.
 */
export function payRecurring(pay: z.infer<typeof recurringSchema>, baseMicro: bigint, facts: Facts): Paid {
  const since = facts.firstPaidOn !== null && facts.firstPaidOn < facts.day ? facts.firstPaidOn : facts.day;
  const passed = monthsPassed(since, facts.day);
  if (passed >= pay.months) {
    return {
      kind: 'commission',
      pico: 0n,
      ratePpm: 0n,
      lines: [line('months_over', { months: pay.months, since })],
    };
  }
  return {
    kind: 'commission',
    pico: baseMicro * BigInt(pay.ratePpm),
    ratePpm: BigInt(pay.ratePpm),
    lines: [
      line('recurring', {
        baseMicro: baseMicro.toString(),
        ratePpm: pay.ratePpm,
        month: passed + 1,
        months: pay.months,
      }),
    ],
  };
}

/** Whole months from `since` to `day`. What began on the 31st turns on the last day of a shorter month. */
export function monthsPassed(since: BusinessDate, day: BusinessDate): number {
  const index = (date: BusinessDate) => Number(date.slice(0, 4)) * 12 + Number(date.slice(5, 7));
  const months = index(day) - index(since);
  const turn = Math.min(Number(since.slice(8)), daysIn(day));
  return Number(day.slice(8)) < turn ? months - 1 : months;
}

function daysIn(day: BusinessDate): number {
  return new Date(Date.parse(`${addMonths(monthOf(day), 1)}-01T00:00:00Z`) - 86_400_000).getUTCDate();
}
