import { measure, type Measure } from '../measure.ts';
import { sharePpm } from '../share.ts';
import { activityWindow, lengthOf } from '../window.ts';
import type { BusinessDate } from '@mosty/kernel/time';

/** S3.31: 40–50 % is strong, 20–30 % is the base, under 10 % the network exists on paper. */
export const ACTIVE_MARKS_PPM = { dead: 100_000n, base: 200_000n, strong: 400_000n } as const;

/** Working partners with at least one paid deal in the window, among all working partners of partner sales. */
export function activeShare(given: {
  readonly end: BusinessDate;
  readonly medianCycleDays: number | null;
  readonly selling: number;
  readonly working: number;
}): Measure {
  const window = activityWindow(given.end, given.medianCycleDays);
  return measure({
    metric: 'active_share',
    class: 'partner_sales',
    unit: 'ppm',
    value: sharePpm(BigInt(given.selling), BigInt(given.working)),
    n: given.selling,
    of: given.working,
    window,
    params: {
      days: lengthOf(window),
      deadPpm: ACTIVE_MARKS_PPM.dead,
      basePpm: ACTIVE_MARKS_PPM.base,
      strongPpm: ACTIVE_MARKS_PPM.strong,
    },
    gaps: [
      ...(given.working === 0 ? (['no_working_partners'] as const) : []),
      ...(given.medianCycleDays === null ? (['cycle_unknown'] as const) : []),
    ],
  });
}
