import fc from 'fast-check';
import { expect, it } from 'vitest';
import { byPartner, sumTrial, type TriedAgreement } from './trial.ts';

const minor = fc.bigInt({ min: 0n, max: 1_000_000n });
const rows = fc.array(
  fc.record({
    partnerId: fc.constantFrom('par_a', 'par_b', 'par_c', 'par_d'),
    partnerName: fc.constant('…'),
    sales: fc.nat(3),
    salesMinor: minor,
    wasMinor: minor,
    becomesMinor: fc.tuple(minor, minor, minor),
  }),
);
const nothing = { salesMinor: 0n, goodsMinor: 0n, goodsUnknown: 0, costsMinor: 0n };

it('everybody gains, loses or stays, and what partners gain the company has less of (S1.36)', () => {
  fc.assert(
    fc.property(rows, minor, (agreements: TriedAgreement[], salesMinor) => {
      const partners = byPartner(agreements);
      const { was, schemes } = sumTrial(partners, { ...nothing, salesMinor }, 3);
      expect(schemes).toHaveLength(3);
      schemes.forEach((scheme, place) => {
        expect(scheme.gain + scheme.lose + scheme.same).toBe(partners.length);
        const gained = partners.reduce(
          (sum, row) => sum + (row.becomesMinor[place] ?? 0n) - row.wasMinor,
          0n,
        );
        expect(was.leftMinor - scheme.leftMinor).toBe(gained);
      });
      expect(was.earnedMinor).toBe(agreements.reduce((sum, row) => sum + row.wasMinor, 0n));
    }),
  );
});

it('a partner with two agreements is one line; the largest change of any scheme stands first', () => {
  const row = (partnerId: string, wasMinor: bigint, ...becomesMinor: bigint[]): TriedAgreement => ({
    partnerId,
    partnerName: partnerId,
    sales: 1,
    salesMinor: 100n,
    wasMinor,
    becomesMinor,
  });
  const partners = byPartner([row('a', 10n, 15n, 10n), row('b', 10n, 10n, 90n), row('a', 10n, 5n, 10n)]);
  expect(partners.map(({ partnerId, wasMinor, sales }) => [partnerId, wasMinor, sales])).toEqual([
    ['b', 10n, 1],
    ['a', 20n, 2],
  ]);
  const { schemes, was } = sumTrial(partners, { ...nothing, salesMinor: 300n, costsMinor: 50n }, 2);
  expect(was.leftMinor).toBe(220n);
  expect(schemes).toEqual([
    { becomesMinor: 30n, leftMinor: 220n, gain: 0, lose: 0, same: 2 },
    { becomesMinor: 110n, leftMinor: 140n, gain: 1, lose: 0, same: 1 },
  ]);
});
