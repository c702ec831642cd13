import type { Month } from '@mosty/kernel/time';
import { addMonths, firstDay } from '@mosty/kernel/time';
import { measure, type Measure } from '../measure.ts';
import { sharePpm } from '../share.ts';

/** With fewer sellers than this there is no distribution to speak of: the first one always looks large. */
export const CONCENTRATION_NEEDED_N = 3;

/** How much of the partner revenue of the last whole month rests on the largest partner (S3.45). */
export function concentration(given: {
  readonly month: Month;
  readonly topPaidMinor: bigint;
  readonly paidMinor: bigint;
  readonly sellers: number;
}): Measure {
  return measure({
    metric: 'concentration',
    class: 'partner_sales',
    unit: 'ppm',
    value: sharePpm(given.topPaidMinor, given.paidMinor),
    n: given.sellers,
    neededN: CONCENTRATION_NEEDED_N,
    window: { from: firstDay(given.month), to: firstDay(addMonths(given.month, 1)) },
    gaps: given.paidMinor > 0n ? [] : ['no_sales'],
  });
}
