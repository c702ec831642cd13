import { divide } from '@mosty/kernel/money';
import { daysBetween, type BusinessDate } from '@mosty/kernel/time';

const PPM = 1_000_000;
/** Urgency grows over the last two weeks before the day, from one to two. */
const URGENT_DAYS = 14;

/** 1 → 2 over the last 14 days; two from the day on; one where there is no day. Parts per million. */
export function urgencyPpm(dueOn: BusinessDate | null, today: BusinessDate): number {
  if (dueOn === null) return PPM;
  const left = Math.max(0, daysBetween(today, dueOn));
  if (left >= URGENT_DAYS) return PPM;
  return PPM + Math.floor(((URGENT_DAYS - left) * PPM) / URGENT_DAYS);
}

/** Stake × lift × urgency: what acting now is worth, rounded once. */
export function valueOf(stakeMinor: bigint, liftPpm: number, urgency: number): bigint {
  return divide(stakeMinor * BigInt(liftPpm) * BigInt(urgency), 1_000_000_000_000n, 'half_away_from_zero');
}
