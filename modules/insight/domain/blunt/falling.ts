import { sharePpm } from '../share.ts';
import { paidMinor } from '../totals.ts';
import type { BluntRule } from './rule.ts';

const FELL_PPM = 250_000n;

/** Partner sales brought at least a quarter less than in the period before. */
export const falling: BluntRule = {
  code: 'falling',
  tone: 'bad',
  when: ({ books, before }) => {
    const nowMinor = paidMinor(books.partner_sales);
    const beforeMinor = paidMinor(before.partner_sales);
    const fell = sharePpm(beforeMinor - nowMinor, beforeMinor);
    return fell !== null && fell >= FELL_PPM ? { fellPpm: fell, nowMinor, beforeMinor } : null;
  },
};
