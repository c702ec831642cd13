import { divide, type Currency } from '@mosty/kernel/money';
import type { Book } from '../../contract/class.ts';
import { measure, type Measure } from '../measure.ts';
import type { Window } from '../window.ts';

/** S3.32: under ten sales one large invoice is the average. */
export const CHECK_NEEDED_N = 10;

/** Amount of sales by their number, refunds aside: how large a deal is when it is made. */
export function averageCheck(given: {
  readonly class: Book;
  readonly salesMinor: bigint;
  readonly salesCount: number;
  readonly currency: Currency;
  readonly window: Window;
}): Measure {
  const { salesCount } = given;
  return measure({
    metric: 'average_check',
    class: given.class,
    unit: 'money',
    value: salesCount > 0 ? divide(given.salesMinor, BigInt(salesCount), 'half_away_from_zero') : null,
    currency: given.currency,
    n: salesCount,
    neededN: CHECK_NEEDED_N,
    window: given.window,
  });
}
