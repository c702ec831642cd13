import type { BusinessDate } from '@mosty/kernel/time';
import type { Book } from '../contract/class.ts';

/** Clients that came on a day, and what they paid within each horizon, as the database adds them up. */
export interface CameRow {
  readonly first_on: BusinessDate;
  readonly class: Book;
  readonly currency: string;
  readonly clients: bigint;
  readonly paid_90: bigint;
  readonly paid_180: bigint;
  readonly paid_365: bigint;
}

/** What a day gains, or loses where negative, when stories of clients are told again. */
export interface ClientShift {
  readonly day: BusinessDate;
  readonly class: Book;
  readonly currency: string;
  readonly clients: bigint;
  readonly paid90: bigint;
  readonly paid180: bigint;
  readonly paid365: bigint;
}

/** The difference of two tellings. A day on which nothing changed is left out. */
export function shiftsOf(before: readonly CameRow[], now: readonly CameRow[]): ClientShift[] {
  const shifts = new Map<string, ClientShift>();
  const move = (row: CameRow, sign: bigint): void => {
    const key = `${row.first_on} ${row.class} ${row.currency}`;
    const found = shifts.get(key);
    shifts.set(key, {
      day: row.first_on,
      class: row.class,
      currency: row.currency,
      clients: (found?.clients ?? 0n) + sign * row.clients,
      paid90: (found?.paid90 ?? 0n) + sign * row.paid_90,
      paid180: (found?.paid180 ?? 0n) + sign * row.paid_180,
      paid365: (found?.paid365 ?? 0n) + sign * row.paid_365,
    });
  };
  for (const row of before) move(row, -1n);
  for (const row of now) move(row, 1n);
  return [...shifts.values()].filter(
    ({ clients, paid90, paid180, paid365 }) => clients || paid90 || paid180 || paid365,
  );
}
