import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Id } from '@mosty/kernel/id';
import { month } from '@mosty/kernel/time';
import { checkPosting, partnerOf, type Posting, type PostingEntry } from './posting.ts';

const partner = 'par_1' as Id<'partner'>;

function posting(entries: readonly PostingEntry[], over: Partial<Posting> = {}): Posting {
  return {
    sourceKind: 'accrual',
    sourceId: 'acr_1',
    kind: 'accrue',
    effectiveAt: new Date('2026-03-01T00:00:00Z'),
    period: month('2026-03'),
    entries,
    ...over,
  };
}

const debit = (amountMinor: bigint, currency = 'RUB'): PostingEntry => ({
  account: { kind: 'commission_expense' },
  amountMinor,
  currency,
});
const credit = (amountMinor: bigint, currency = 'RUB'): PostingEntry => ({
  account: { kind: 'partner_pending', partnerId: partner },
  amountMinor: -amountMinor,
  currency,
});

describe('a posting is checked before any SQL (money.md 3)', () => {
  test('any amounts that sum to zero per currency pass, any that do not are refused with the rest', () => {
    const amount = fc.bigInt({ min: 1n, max: 10n ** 15n });
    fc.assert(
      fc.property(fc.array(amount, { minLength: 1, maxLength: 6 }), amount, (amounts, off) => {
        const total = amounts.reduce((sum, one) => sum + one, 0n);
        expect(checkPosting(posting([...amounts.map((one) => debit(one)), credit(total)]))).toBeNull();
        const refused = checkPosting(posting([...amounts.map((one) => debit(one)), credit(total + off)]));
        expect(refused?.code).toBe('ledger.unbalanced');
        expect(refused?.params['rest']).toBe((-off).toString());
      }),
    );
  });

  test('currencies do not balance each other', () => {
    expect(checkPosting(posting([debit(5n, 'RUB'), credit(5n, 'EUR')]))?.code).toBe('ledger.unbalanced');
    expect(
      checkPosting(posting([debit(5n, 'RUB'), credit(5n, 'RUB'), debit(7n, 'EUR'), credit(7n, 'EUR')])),
    ).toBeNull();
  });

  test.each([
    ['entries', posting([debit(5n)])],
    ['zero', posting([debit(0n), credit(0n)])],
    ['size', posting([debit(2n ** 63n), credit(2n ** 63n)])],
    ['currency', posting([debit(5n, 'rub'), credit(5n, 'rub')])],
    ['key', posting([debit(5n), credit(5n)], { kind: 'Accrue!' })],
    ['key', posting([debit(5n), credit(5n)], { sourceId: '' })],
    [
      'partner',
      posting([
        { account: { kind: 'bank', partnerId: partner }, amountMinor: 5n, currency: 'RUB' },
        credit(5n),
      ]),
    ],
    [
      'partner',
      posting([{ account: { kind: 'partner_available' }, amountMinor: 5n, currency: 'RUB' }, credit(5n)]),
    ],
  ])('what is wrong is named: %s', (why, wrong) => {
    expect(checkPosting(wrong)?.params['why']).toBe(why);
  });

  test('its partner is the only one it touches', () => {
    const other = {
      ...credit(5n),
      account: { kind: 'partner_pending', partnerId: 'par_2' as Id<'partner'> },
    } as const;
    expect(partnerOf(posting([debit(5n), credit(5n)]))).toBe(partner);
    expect(partnerOf(posting([debit(10n), credit(5n), other]))).toBeNull();
  });
});
