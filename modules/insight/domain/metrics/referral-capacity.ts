import { measure, type Measure } from '../measure.ts';
import { sharePpm } from '../share.ts';
import type { Window } from '../window.ts';

/** S2.11: there can be no more referral partners than clients. How much of that ceiling is used. */
export function referralCapacity(given: {
  readonly referrals: number;
  readonly clients: number;
  readonly window: Window;
}): Measure {
  return measure({
    metric: 'referral_capacity',
    class: 'referral',
    unit: 'ppm',
    value: sharePpm(BigInt(given.referrals), BigInt(given.clients)),
    n: given.referrals,
    of: given.clients,
    window: given.window,
    gaps: given.clients === 0 ? ['no_sales'] : [],
  });
}
