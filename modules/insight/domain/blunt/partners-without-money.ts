import { nobodyBrought } from './no-partners.ts';
import type { BluntRule } from './rule.ts';

/** S2.4: «почему денег мало, если партнёрок так много». Agreements are there, brought money is not. */
export const partnersWithoutMoney: BluntRule = {
  code: 'partners_without_money',
  tone: 'bad',
  when: ({ agreements, books }) => {
    if (!nobodyBrought(books)) return null;
    const { referral, partner_sales: partnerSales, alliance } = agreements;
    return referral || partnerSales || alliance ? { referral, partnerSales, alliance } : null;
  },
};
