import fc from 'fast-check';
import { expect, test } from 'vitest';
import { month } from '@mosty/kernel/time';
import { waiverPosting } from './waiver.ts';

const when = { at: new Date('2026-03-02T10:00:00Z'), period: month('2026-03') };

test('whatever was earned and set off, the books stay in balance and nothing is left between us (S0.66, money.md 3)', () => {
  fc.assert(
    fc.property(fc.bigInt(1n, 10n ** 12n), fc.bigInt(0n, 10n ** 12n), (rest, carriedMinor) => {
      const earnedMinor = rest + carriedMinor;
      const { entries } = waiverPosting(
        { id: 'wav_1' as never, partnerId: 'par_1' as never, currency: 'RUB', earnedMinor, carriedMinor },
        when,
      );
      expect(entries.reduce((sum, { amountMinor }) => sum + amountMinor, 0n)).toBe(0n);
      const of = (kind: string) => entries.find(({ account }) => account.kind === kind)?.amountMinor ?? 0n;
      // We owe by credit and are owed by debit: both accounts of the partner come to nothing.
      expect(of('partner_available')).toBe(earnedMinor);
      expect(of('clawback_receivable')).toBe(-carriedMinor);
      expect(of('write_off')).toBe(-rest);
      expect(entries.every(({ amountMinor }) => amountMinor !== 0n)).toBe(true);
    }),
  );
});
