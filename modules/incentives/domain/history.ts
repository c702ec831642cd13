import { DEAL_ROLES } from '@mosty/attribution/contract';
import { monthOf } from '@mosty/kernel/time';
import type { Terms } from '../contract/terms.ts';
import { NO_PROGRESS } from './facts.ts';
import { dateOf, type PastPart } from './past-part.ts';
import { price } from './price.ts';
import { quickPrice } from './quick-price.ts';
import { looksBack } from './scheme-book.ts';
import { tallyBook } from './tally.ts';

/** What the terms would have paid each agreement. Parts come in the order of their sales where levels are looked at. */
export interface HistoryPricer {
  add(part: PastPart): void;
  readonly amounts: readonly bigint[];
}

/** Prices past sales under a draft, one by one, without making a thing of any of them. */
export function historyPricer(terms: Terms, agreements: number, currency: string): HistoryPricer {
  const quick = quickPrice(terms);
  const exact = exactPricer(terms, currency);
  const sums = new Float64Array(agreements);
  const amounts = Array.from({ length: agreements }, () => 0n);
  return {
    add(part) {
      const amount = quick ? quick(part) : Number.NaN;
      if (Number.isNaN(amount)) {
        amounts[part.place] = (amounts[part.place] ?? 0n) + exact(part);
        return;
      }
      const sum = (sums[part.place] ?? 0) + amount;
      if (Math.abs(sum) < Number.MAX_SAFE_INTEGER) {
        sums[part.place] = sum;
        return;
      }
      amounts[part.place] = (amounts[part.place] ?? 0n) + BigInt(sums[part.place] ?? 0) + BigInt(amount);
      sums[part.place] = 0;
    },
    get amounts() {
      return amounts.map((amount, place) => amount + BigInt(sums[place] ?? 0));
    },
  };
}

/** The same function that accrues, for terms the quick one does not know. */
function exactPricer(terms: Terms, currency: string): (part: PastPart) => bigint {
  const tallies = tallyBook([]);
  const backward = looksBack(terms);
  return (part) => {
    const day = dateOf(part.day);
    const key = { agreementId: String(part.place), role: DEAL_ROLES[part.role] ?? 'source', currency };
    const month = monthOf(day);
    const pricing = price(terms, {
      amountMicro: part.amountMicro(),
      currency,
      vatMicro: part.vatMicro(),
      listMinor: part.listMinor < 0 ? null : BigInt(part.listMinor),
      day,
      isFirst: part.isFirst,
      firstPaidOn: part.firstPaidDay < 0 ? null : dateOf(part.firstPaidDay),
      role: key.role,
      sharesPpm: [BigInt(part.sharePpm)],
      place: 0,
      progress: backward ? tallies.before(key, month, terms) : NO_PROGRESS,
    });
    const minor = pricing.parts.reduce((sum, one) => sum + one.amountMinor, 0n);
    if (backward) {
      const micro = pricing.counts ? (pricing.parts[0]?.baseMicro ?? 0n) : 0n;
      tallies.add({ ...key, month, micro, count: pricing.counts ? 1n : 0n, minor });
    }
    return minor;
  };
}
