import { divide } from '@mosty/kernel/money';
import type { Month } from '@mosty/kernel/time';

/** What an hour costs from a month on; of one colleague, or of everybody without a rate of their own (null). */
export interface HourRate {
  readonly memberId: string | null;
  readonly fromMonth: Month;
  readonly rateMinor: bigint;
}

/** The rate of a colleague in a month: their own, else everybody's; the latest that had begun. Null: nobody set one. */
export function rateFor(rates: readonly HourRate[], memberId: string | null, month: Month): bigint | null {
  const begun = rates.filter(({ fromMonth }) => fromMonth <= month);
  const latest = (of: string | null) =>
    begun.filter((rate) => rate.memberId === of).toSorted((a, b) => (a.fromMonth < b.fromMonth ? 1 : -1))[0];
  return ((memberId === null ? undefined : latest(memberId)) ?? latest(null))?.rateMinor ?? null;
}

/** Minutes by the hour, to the nearest least unit. */
export const costOf = (minutes: number, rateMinor: bigint): bigint =>
  divide(BigInt(minutes) * rateMinor, 60n, 'half_away_from_zero');
