import { sharePpm } from '../share.ts';
import type { BluntRule } from './rule.ts';

const REFUNDED_PPM = 100_000n;

/** At least a tenth of what partners brought came back, and twice as often as from direct clients. */
export const refundsEatIt: BluntRule = {
  code: 'refunds_eat_it',
  tone: 'bad',
  when: ({ books }) => {
    const theirs = sharePpm(books.partner_sales.refundsMinor, books.partner_sales.salesMinor);
    const ours = sharePpm(books.direct.refundsMinor, books.direct.salesMinor) ?? 0n;
    return theirs !== null && theirs >= REFUNDED_PPM && theirs >= ours * 2n
      ? { theirsPpm: theirs, oursPpm: ours }
      : null;
  },
};
