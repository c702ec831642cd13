import { companyPaidMinor } from '../totals.ts';
import type { BluntRule } from './rule.ts';

/** Nothing was sold in the window: every other sentence would be about zero. */
export const noSales: BluntRule = {
  code: 'no_sales',
  tone: 'plain',
  when: ({ books }) => {
    const sold =
      books.referral.salesCount ||
      books.partner_sales.salesCount ||
      books.alliance.salesCount ||
      books.direct.salesCount;
    return sold ? null : { paidMinor: companyPaidMinor(books) };
  },
};
