import { addDays, type BusinessDate } from '@mosty/kernel/time';
import type { Curve, CurveOf } from '../../contract/partner-life.ts';

/** A partner is called silent after 120 days at the latest (the map of silence); a client is held to the same. */
export const SILENCE_DAYS = 120;
/** Below this number at risk a curve is about persons: it is not drawn on. */
export const AT_RISK_NEEDED = 5;
/** Points of the answer: every 30 days of one's own calendar. */
const STEP_DAYS = 30;
const POINTS_MAX = 60;

/** The last day on which «still goes on» can be told: after it nobody has been silent long enough to have stopped. */
export function watchedUntil(today: BusinessDate): BusinessDate {
  return addDays(today, -SILENCE_DAYS);
}

/** How many were watched for so many days, and whether they had stopped by then or just could not be watched longer. */
export interface Watched {
  readonly days: number;
  readonly stopped: boolean;
  readonly number: number;
}

/**
 * Kaplan–Meier: the share that goes on past a day is the product, over the days on which somebody stopped, of the share
 * of those at risk who did not. Who is watched no longer leaves the risk without counting as stopped. Of those who leave
 * on the same day the stopped are counted first, as is usual.
 */
export function survivalCurve(of: CurveOf, watched: readonly Watched[]): Curve {
  const days = new Map<number, { stopped: number; left: number }>();
  for (const { days: day, stopped, number } of watched) {
    const at = days.get(day) ?? { stopped: 0, left: 0 };
    if (stopped) at.stopped += number;
    else at.left += number;
    days.set(day, at);
  }
  const n = watched.reduce((sum, one) => sum + one.number, 0);
  const ordered = [...days].sort(([a], [b]) => a - b);
  const points: { day: number; atRisk: number; stopped: number; goOnPpm: number }[] = [];
  let atRisk = n;
  let share = 1;
  let stoppedSince = 0;
  let half: { readonly when: number; readonly atRisk: number } | null = null;
  let next = 0;
  const walkTo = (day: number) => {
    for (; next < ordered.length; next += 1) {
      const [when, { stopped, left }] = ordered[next] ?? [Infinity, { stopped: 0, left: 0 }];
      if (when >= day) break;
      if (stopped > 0) {
        share *= (atRisk - stopped) / atRisk;
        stoppedSince += stopped;
        if (share <= 0.5) half ??= { when, atRisk };
      }
      atRisk -= stopped + left;
    }
  };
  for (let point = 0; point <= POINTS_MAX; point += 1) {
    const day = point * STEP_DAYS;
    // A point tells of the beginning of its day: what happened before it.
    walkTo(day);
    if (atRisk < AT_RISK_NEEDED) break;
    points.push({ day, atRisk, stopped: stoppedSince, goOnPpm: Math.round(share * 1_000_000) });
    stoppedSince = 0;
  }
  // Past the last point too: where the few who are left stopped, nobody may be told that more than half go on.
  walkTo(Infinity);
  const stopped = watched.reduce((sum, one) => sum + (one.stopped ? one.number : 0), 0);
  return { of, n, stopped, ...halfTold(half, points.length), points };
}

/** The day of the half, unless too few were watched on it; and whether it is known that there was no such day. */
function halfTold(half: { readonly when: number; readonly atRisk: number } | null, points: number) {
  return {
    medianDays: half !== null && half.atRisk >= AT_RISK_NEEDED ? half.when : null,
    endsAbove: half === null && points > 0,
  };
}
