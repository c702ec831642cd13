import { addDays, businessDateOf, instantOfWallClock, wallClock, type Instant } from '@mosty/kernel/time';

const MINUTE_MS = 60_000;
const HOUR_MS = 3_600_000;
const DAY_MS = 86_400_000;

export interface Quiet {
  readonly fromMinute: number;
  readonly toMinute: number;
  readonly zone: string;
}

/** Nobody's evening and night belong to a program, unless the person says otherwise. */
export const USUAL_QUIET = { fromMinute: 21 * 60, toMinute: 8 * 60 } as const;

/** Whether a letter would come in hours the person wants quiet; the end does not belong to them. */
export function isQuiet(at: Instant, { fromMinute, toMinute, zone }: Quiet): boolean {
  const minute = Math.floor((wallClock(at, zone) % DAY_MS) / MINUTE_MS);
  if (fromMinute <= toMinute) return minute >= fromMinute && minute < toMinute;
  return minute >= fromMinute || minute < toMinute;
}

/** The first moment from `at` on that is not quiet: `at` itself, or the end of the quiet hours on the person's clock. */
export function firstLoud(at: Instant, quiet: Quiet): Instant {
  if (!isQuiet(at, quiet)) return at;
  const today = businessDateOf(at, quiet.zone);
  const ends = [today, addDays(today, 1)].flatMap((day) => {
    const end = instantOfWallClock(Date.parse(`${day}T00:00:00Z`) + quiet.toMinute * MINUTE_MS, quiet.zone);
    // On the day a clock is put back the end comes twice.
    return [end, new Date(end.getTime() + HOUR_MS)];
  });
  const end = ends.find((moment) => moment > at && !isQuiet(moment, quiet));
  if (!end) throw new Error(`quiet hours of ${quiet.zone} do not end`);
  return end;
}
