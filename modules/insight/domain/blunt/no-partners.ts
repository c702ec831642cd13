import type { BluntRule } from './rule.ts';

/** There is no agreement of any class: all money is the company's own. */
export const noPartners: BluntRule = {
  code: 'no_partners',
  tone: 'plain',
  when: ({ agreements, books }) =>
    agreements.referral === 0 &&
    agreements.partner_sales === 0 &&
    agreements.alliance === 0 &&
    nobodyBrought(books)
      ? {}
      : null,
};

export function nobodyBrought(books: Parameters<BluntRule['when']>[0]['books']): boolean {
  return (
    books.referral.salesCount === 0 && books.partner_sales.salesCount === 0 && books.alliance.salesCount === 0
  );
}
