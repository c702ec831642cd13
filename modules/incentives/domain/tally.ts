import { addMonths, type Month } from '@mosty/kernel/time';
import type { Terms } from '../contract/terms.ts';
import { NO_PROGRESS, type Progress } from './facts.ts';

/** What an agreement brought in one role and month, and earned for it. */
export interface Tally {
  readonly agreementId: string;
  readonly role: string;
  readonly currency: string;
  readonly month: Month;
  readonly micro: bigint;
  readonly count: bigint;
  readonly minor: bigint;
}

type Key = Pick<Tally, 'agreementId' | 'role' | 'currency'>;
const keyOf = (key: Key) => `${key.agreementId}\n${key.role}\n${key.currency}`;

/** The kept tallies with what the current batch adds to them. */
export interface TallyBook {
  before(key: Key, month: Month, terms: Terms): Progress;
  add(tally: Tally): void;
}

export function tallyBook(kept: readonly Tally[]): TallyBook {
  const book = new Map<string, Map<Month, Tally>>();
  const add = (tally: Tally) => {
    const key = keyOf(tally);
    let months = book.get(key);
    if (!months) {
      months = new Map();
      book.set(key, months);
    }
    const had = months.get(tally.month);
    months.set(tally.month, {
      ...tally,
      micro: (had?.micro ?? 0n) + tally.micro,
      count: (had?.count ?? 0n) + tally.count,
      minor: (had?.minor ?? 0n) + tally.minor,
    });
  };
  kept.forEach(add);
  return {
    add,
    before(key, month, terms) {
      const months = book.get(keyOf(key));
      if (!months) return NO_PROGRESS;
      const window = windowOf(terms, month);
      let [windowMicro, windowCount, totalMinor] = [0n, 0n, 0n];
      for (const tally of months.values()) {
        totalMinor += tally.minor;
        if (tally.month < window.from || tally.month > window.to) continue;
        windowMicro += tally.micro;
        windowCount += tally.count;
      }
      return { windowMicro, windowCount, totalMinor, monthMinor: months.get(month)?.minor ?? 0n };
    },
  };
}

/** First and last month of the window the levels are measured in. */
function windowOf(terms: Terms, month: Month): { from: string; to: string } {
  const tiered = terms.pay.find((pay) => pay.kind === 'tiered');
  if (tiered?.window === 'lifetime') return { from: '', to: '9999-12' };
  if (tiered?.window === 'quarter') {
    const place = (Number(month.slice(5)) - 1) % 3;
    return { from: addMonths(month, -place), to: addMonths(month, 2 - place) };
  }
  return { from: month, to: month };
}
