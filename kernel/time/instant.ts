/** A moment. Facts carry one; PostgreSQL keeps it as timestamptz. */
export type Instant = Date;

export interface Clock {
  now(): Instant;
}

export const systemClock: Clock = { now: () => new Date() };

/** A clock that a test or the demo company moves by hand. */
export interface MovingClock extends Clock {
  set(instant: Instant): void;
  advance(milliseconds: number): void;
}

export function movingClock(start: Instant): MovingClock {
  let current = start.getTime();
  return {
    now: () => new Date(current),
    set: (instant) => {
      current = instant.getTime();
    },
    advance: (milliseconds) => {
      current += milliseconds;
    },
  };
}
