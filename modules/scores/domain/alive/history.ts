import { daysBetween, type BusinessDate } from '@mosty/kernel/time';
import type { Seen } from './bg-nbd.ts';

/** Fewer partners say too little of how partners differ. */
export const PARTNERS_ENOUGH = 30;
/** Whoever dealt once or twice has no rhythm of its own to speak of. */
export const REPEATS_ENOUGH = 2;
/** Expected in the next quarter. */
export const HORIZON_WEEKS = 13;

/** In weeks, as the model was published. A day with several sales is one deal: an import's clock is not a rhythm. */
export function seenOf(
  { days, firstOn, lastOn }: { days: number; firstOn: BusinessDate; lastOn: BusinessDate },
  today: BusinessDate,
): Seen {
  return { repeats: days - 1, last: daysBetween(firstOn, lastOn) / 7, age: daysBetween(firstOn, today) / 7 };
}
