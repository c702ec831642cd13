import fc from 'fast-check';
import { expect, it } from 'vitest';
import { TEMPLATES, termsSchema, type Pay } from '../contract.ts';
import { terms } from '../domain/terms.fixture.ts';
import { ratePpmOf, rateText } from './form-figures.ts';
import { termsOfForm } from './read-terms.ts';
import { formOfTerms } from './terms-form.ts';

const again = (some: ReturnType<typeof terms>) => termsOfForm(formOfTerms(some, 'RUB'), 'RUB');

it('terms shown in the form and read back are the same terms', () => {
  const pays: (Pay | Pay[])[] = [
    ...TEMPLATES.map((template) => [...template.pay]),
    { kind: 'flat', amountMinor: 123_450, per: 'sale' },
    { kind: 'hybrid', fixedMinor: 1, per: 'month', ratePpm: 1 },
    { kind: 'first_order', bonus: { kind: 'percent', ratePpm: 123_400 } },
    {
      kind: 'tiered',
      mode: 'whole',
      measure: 'money',
      window: 'quarter',
      tiers: [
        { from: 0, ratePpm: 0 },
        { from: 10_000_050, ratePpm: 333_333 },
      ],
    },
  ];
  for (const pay of pays) {
    const some = terms(pay, {
      cap: { perSaleMinor: 100, perMonthMinor: 5_000_050, totalMinor: null },
      vat: { base: 'without_vat', reward: 'on_top', ratePpm: 220_000 },
      floor: { priceMinor: 1_000, maxDiscountPpm: 250_000 },
      minimumPayoutMinor: 100_000,
      holdDays: 30,
      approval: 'manual',
      rounding: 'half_even',
      creditNotes: 'by_client',
    });
    expect(again(some)).toEqual({ terms: some });
  }
});

it('what the form reads the server takes', () => {
  for (const template of TEMPLATES) {
    const { terms: read } = again(terms([...template.pay])) as { terms: unknown };
    expect(termsSchema.safeParse(read).success).toBe(true);
  }
});

it('a field that cannot be read is named, nothing is guessed', () => {
  const form = formOfTerms(null, 'RUB');
  expect(termsOfForm({ ...form, rate: 'десять' }, 'RUB')).toEqual({ wrong: { rate: true } });
  expect(termsOfForm({ ...form, holdDays: '121', minimum: '12,345' }, 'RUB')).toEqual({
    wrong: { holdDays: true, minimum: true },
  });
  expect(termsOfForm({ ...form, pay: 'none' }, 'RUB')).toEqual({ wrong: { bonus: true } });
  expect(termsOfForm({ ...form, vatReward: 'on_top' }, 'RUB')).toEqual({ wrong: { vatRate: true } });
  const falling = [
    { from: '0', rate: '20' },
    { from: '100', rate: '10' },
  ];
  expect(termsOfForm({ ...form, pay: 'tiered', mode: 'whole', tiers: falling }, 'RUB')).toEqual({
    wrong: { tiers: true },
  });
  expect('terms' in termsOfForm({ ...form, pay: 'tiered', mode: 'marginal', tiers: falling }, 'RUB')).toBe(
    true,
  );
});

it('a percent is read as it is typed', () => {
  expect(['12,5', '12.5 %', '0', '100', '100,0001', '1,23456', ''].map(ratePpmOf)).toEqual([
    125_000,
    125_000,
    0,
    1_000_000,
    null,
    null,
    null,
  ]);
  fc.assert(fc.property(fc.integer({ min: 0, max: 1_000_000 }), (ppm) => ratePpmOf(rateText(ppm)) === ppm));
});
