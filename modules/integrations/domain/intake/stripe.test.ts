import { describe, expect, it } from 'vitest';
import { MICRO_PER_MINOR } from '@mosty/kernel/money';
import { readStripe } from './stripe.ts';

const told = (type: string, object: Record<string, unknown>) =>
  readStripe({ id: 'evt_1', type, created: 1_772_000_000, livemode: true, data: { object } })?.told ?? [];

const charge = (amount: number, currency: string) =>
  told('charge.succeeded', {
    id: 'ch_1',
    amount_captured: amount,
    paid: true,
    captured: true,
    status: 'succeeded',
    created: 1_772_000_000,
    currency,
    customer: 'cus_1',
    payment_intent: 'pi_1',
  });
const refund = (amount: number, currency: string) =>
  told('refund.created', {
    id: 're_1',
    amount,
    status: 'succeeded',
    created: 1_772_000_000,
    currency,
    charge: 'ch_1',
    payment_intent: 'pi_1',
  });

function minorTold([one]: ReturnType<typeof told>): bigint {
  if (one?.what === 'sale') return one.sale.amountMicro / MICRO_PER_MINOR;
  if (one?.what === 'refund') return one.refund.amountMicro / MICRO_PER_MINOR;
  throw new Error('nothing was told');
}

describe('amounts as Stripe counts them', () => {
  it.each([
    ['ten dollars', 1_000, 'usd', 10_00n],
    ['ten roubles', 1_000, 'rub', 10_00n],
    ['500 yen: without a smaller unit', 500, 'jpy', 500n],
    ['500 won', 500, 'krw', 500n],
    ['5 Icelandic crowns: told with two digits that are always 00', 500, 'isk', 5n],
    ['5 Ugandan shillings: the same', 500, 'ugx', 5_00n],
    ['500 francs of Central Africa, which we count in hundredths', 500, 'xaf', 500_00n],
    ['500 ariary', 500, 'mga', 500_00n],
    ['forints: with two digits when charged, though paid out without', 1_000, 'huf', 10_00n],
    ['new Taiwan dollars: the same', 80_000, 'twd', 800_00n],
    ['5.124 Kuwaiti dinars are told as 5.120: the last digit is a zero', 5_120, 'kwd', 5_120n],
    ['5.12 Jordanian dinars, which we count in hundredths', 5_120, 'jod', 5_12n],
  ])('%s', (_words, amount, currency, minor) => {
    expect(minorTold(charge(amount, currency))).toBe(minor);
    expect(minorTold(refund(amount, currency))).toBe(minor);
  });
});
