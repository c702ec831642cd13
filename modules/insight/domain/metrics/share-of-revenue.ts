import type { ReportingClass } from '../../contract/class.ts';
import { measure, type Measure } from '../measure.ts';
import { sharePpm } from '../share.ts';
import type { Window } from '../window.ts';

/** S3.30: about 30 % is mature, under 10 % is not embedded. A claim of the source, drawn as marks and never as a verdict. */
export const MARKS_PPM = { low: 100_000n, mature: 300_000n } as const;

/**
 * Paid revenue of one class as a share of all paid revenue of the company, direct sales included. Taken for each
 * class apart; the shares of two classes are never added (S2.3).
 */
export function shareOfRevenue(given: {
  readonly class: ReportingClass;
  readonly paidMinor: bigint;
  readonly companyPaidMinor: bigint;
  /** Facts of the class behind the share. */
  readonly n: number;
  readonly window: Window;
}): Measure {
  const value = sharePpm(given.paidMinor, given.companyPaidMinor);
  return measure({
    metric: 'share_of_revenue',
    class: given.class,
    unit: 'ppm',
    value,
    n: given.n,
    window: given.window,
    params: { lowPpm: MARKS_PPM.low, maturePpm: MARKS_PPM.mature },
    gaps: value === null ? ['no_sales'] : [],
  });
}
