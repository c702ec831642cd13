import { classCostMinor, marginMinor } from '../totals.ts';
import type { BluntRule } from './rule.ts';

/** Partner sales cost more than the margin they brought in the same window. */
export const costsMoreThanItBrings: BluntRule = {
  code: 'costs_more_than_it_brings',
  tone: 'bad',
  when: ({ books }) => {
    const costMinor = classCostMinor(books.partner_sales);
    const broughtMinor = marginMinor(books.partner_sales);
    return costMinor > 0n && costMinor > broughtMinor ? { costMinor, broughtMinor } : null;
  },
};
