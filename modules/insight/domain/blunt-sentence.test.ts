import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { BLUNT_RULES, bluntSentences } from './blunt-sentence.ts';
import type { ChannelFacts } from './blunt/rule.ts';
import { NOTHING, companyPaidMinor, paidMinor, type BookTotals, type Books } from './totals.ts';
import { sharePpm } from './share.ts';

type Amounts = Partial<
  Record<'referral' | 'partner_sales' | 'alliance' | 'direct', Partial<BookTotals> | bigint>
>;

function books(amounts: Amounts): Books {
  const book = (given: Partial<BookTotals> | bigint | undefined): BookTotals => {
    if (given === undefined) return NOTHING;
    return typeof given === 'bigint'
      ? { ...NOTHING, salesMinor: given, salesCount: 1 }
      : { ...NOTHING, salesCount: 1, ...given };
  };
  return {
    referral: book(amounts.referral),
    partner_sales: book(amounts.partner_sales),
    alliance: book(amounts.alliance),
    direct: book(amounts.direct),
  };
}

/** A company in which nothing is remarkable but what the test says. */
function facts(amounts: Amounts, rest: Partial<ChannelFacts> = {}): ChannelFacts {
  const now = books(amounts);
  return {
    books: now,
    before: now,
    sharePpm: sharePpm(paidMinor(now.partner_sales), companyPaidMinor(now)),
    working: 20,
    selling: 9,
    workingBefore: 20,
    sellingBefore: 9,
    top: null,
    agreements: { referral: 3, partner_sales: 20, alliance: 2 },
    logosOnly: 0,
    contactsCalledPartners: 0,
    ...rest,
  };
}

const heading = (given: ChannelFacts) => bluntSentences(given)[0];

describe('the blunt sentence (S2.39)', () => {
  const cases: readonly (readonly [string, string, ChannelFacts])[] = [
    ['no_sales', 'nothing was sold', facts({})],
    [
      'no_partners',
      'nobody is agreed with',
      facts({ direct: 100n }, { agreements: { referral: 0, partner_sales: 0, alliance: 0 } }),
    ],
    ['partners_without_money', 'agreements are there and money is not (S2.4)', facts({ direct: 100n })],
    [
      'word_of_mouth',
      'clients bring more than partners do (S2.39)',
      facts({ direct: 900n, referral: 60n, partner_sales: 40n }),
    ],
    [
      'costs_more_than_it_brings',
      'the channel costs more than its margin',
      facts({
        direct: 100n,
        partner_sales: { salesMinor: 100n, goodsMinor: 60n, commissionMinor: 30n, costsMinor: 20n },
      }),
    ],
    [
      'few_acquaintances',
      'two sell and the rest stand by',
      facts({ direct: 100n, partner_sales: 50n }, { selling: 2 }),
    ],
    [
      'one_partner_holds_it',
      'half of it is one partner',
      facts({ direct: 100n, partner_sales: 50n }, { top: { name: 'Вектор CRM', sharePpm: 610_000n } }),
    ],
    [
      'dead_network',
      'under a tenth of the partners sell (S3.31)',
      facts({ direct: 100n, partner_sales: 50n }, { working: 100, selling: 9 }),
    ],
    [
      'refunds_eat_it',
      'a tenth of what partners bring comes back',
      facts({ direct: 100n, partner_sales: { salesMinor: 100n, refundsMinor: 15n } }),
    ],
    [
      'falling',
      'it fell by a quarter',
      facts({ direct: 100n, partner_sales: 75n }, { before: books({ partner_sales: 100n }) }),
    ],
    ['not_embedded', 'the share is under 10 % (S3.30)', facts({ direct: 950n, partner_sales: 50n })],
    ['between_marks', 'the share is between the marks', facts({ direct: 765n, partner_sales: 235n })],
    ['mature', 'the share is 30 % or more', facts({ direct: 70n, partner_sales: 30n })],
  ];

  for (const [code, why, given] of cases) {
    it(`is ${code} where ${why}`, () => {
      expect(heading(given).code).toBe(code);
    });
  }

  it('adds that allies stand as logos (S2.24) and that contacts are called partners (S2.19)', () => {
    const said = bluntSentences(
      facts({ direct: 70n, partner_sales: 30n }, { logosOnly: 2, contactsCalledPartners: 20 }),
    );
    expect(said.map((sentence) => sentence.code)).toEqual([
      'mature',
      'logos_only',
      'contacts_called_partners',
    ]);
  });

  it('adds that fewer partners sell than before', () => {
    const said = bluntSentences(facts({ direct: 70n, partner_sales: 30n }, { sellingBefore: 14 }));
    expect(said.map((sentence) => sentence.code)).toEqual(['mature', 'fewer_sell']);
    expect(bluntSentences(facts({ direct: 70n, partner_sales: 30n }, { sellingBefore: 10 }))).toHaveLength(1);
  });

  it('is not about logos while one of the allies does something', () => {
    const said = bluntSentences(facts({ direct: 70n, partner_sales: 30n }, { logosOnly: 1 }));
    expect(said.map((sentence) => sentence.code)).not.toContain('logos_only');
  });

  it('is never a flattering one while an unpleasant one holds', () => {
    const given = facts({ direct: 10n, partner_sales: { salesMinor: 90n, commissionMinor: 95n } });
    expect(given.sharePpm).toBe(900_000n);
    expect(heading(given).code).toBe('costs_more_than_it_brings');
  });

  it('is said of any company at all, and its rules are told apart by their codes', () => {
    const amount = fc.bigInt({ min: 0n, max: 1_000n });
    const book = fc.record({
      salesMinor: amount,
      refundsMinor: amount,
      commissionMinor: amount,
      costsMinor: amount,
      salesCount: fc.nat(9),
    });
    const any = fc.record({ referral: book, partner_sales: book, alliance: book, direct: book });
    fc.assert(
      fc.property(any, any, fc.nat(50), fc.nat(50), (now, before, working, selling) => {
        const said = bluntSentences(
          facts(now, { before: books(before), working, selling: Math.min(working, selling) }),
        );
        expect(said.length).toBeGreaterThan(0);
        expect(new Set(said.map((sentence) => sentence.code)).size).toBe(said.length);
      }),
    );
    expect(new Set(BLUNT_RULES.map((rule) => rule.code)).size).toBe(BLUNT_RULES.length);
  });
});
