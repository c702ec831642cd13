import { Refusal } from '@mosty/kernel/refusal';
import {
  addMonths,
  monthOfInstant,
  monthRange,
  type Instant,
  type Month,
  type Zone,
} from '@mosty/kernel/time';

/** The month a fact counts in: its own, or the first open one when its own is closed. */
export function periodOf(effectiveAt: Instant, zone: Zone, closedThrough: Month | null): Month {
  const own = monthOfInstant(effectiveAt, zone);
  return closedThrough !== null && own <= closedThrough ? addMonths(closedThrough, 1) : own;
}

export interface CloseFacts {
  readonly month: Month;
  readonly closedThrough: Month | null;
  /** The first month anything was posted into. */
  readonly firstPosted: Month | null;
  readonly now: Instant;
  readonly zone: Zone;
}

/** A month is closed once, after its end, and after every month before it. */
export function checkClose({ month, closedThrough, firstPosted, now, zone }: CloseFacts): Refusal | null {
  if (closedThrough !== null && month <= closedThrough) {
    return new Refusal('conflict', 'ledger.month_closed', { month, closedThrough });
  }
  const next = closedThrough === null ? firstPosted : addMonths(closedThrough, 1);
  if (next !== null && month > next)
    return new Refusal('not_now', 'ledger.earlier_month_open', { month, next });
  const end = monthRange(month, zone).to;
  if (now < end) return new Refusal('not_now', 'ledger.month_not_over', { month, endsAt: end.toISOString() });
  return null;
}
