import { measure, type Measure } from '../measure.ts';
import { median } from '../share.ts';
import type { Window } from '../window.ts';

/** A median of three is somebody's name. */
export const FIRST_SALE_NEEDED_N = 5;

/** Days from an accepted agreement to the first paid deal: the median of those who sold, and how many never did. */
export function timeToFirstSale(given: {
  /** Days of each partner that sold. One that had sold before its agreement counts 0. */
  readonly days: readonly number[];
  /** Partners with an accepted agreement, sold or not. */
  readonly accepted: number;
  readonly window: Window;
}): Measure {
  return measure({
    metric: 'time_to_first_sale',
    class: 'partner_sales',
    unit: 'days',
    value: median(given.days.map((days) => BigInt(Math.max(0, days)))),
    n: given.days.length,
    of: given.accepted,
    neededN: FIRST_SALE_NEEDED_N,
    window: given.window,
  });
}
