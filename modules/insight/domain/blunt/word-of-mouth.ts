import { MARKS_PPM } from '../metrics/share-of-revenue.ts';
import { paidMinor } from '../totals.ts';
import type { BluntRule } from './rule.ts';

/** The closing line of the source: «у вас просто хорошая сарафанка и пара знакомых предпринимателей». */
export const wordOfMouth: BluntRule = {
  code: 'word_of_mouth',
  tone: 'bad',
  when: ({ books, sharePpm }) => {
    const referralMinor = paidMinor(books.referral);
    const partnerMinor = paidMinor(books.partner_sales);
    if (sharePpm === null || sharePpm >= MARKS_PPM.low) return null;
    return referralMinor > 0n && referralMinor > partnerMinor ? { referralMinor, partnerMinor } : null;
  },
};
