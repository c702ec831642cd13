import { expect, test } from 'vitest';
import { newSaleSchema } from './contract.ts';

const SALE = { externalId: 'A-1', occurredAt: '2026-03-01T10:00:00Z', currency: 'RUB' };
const isTaken = (told: object) => newSaleSchema.safeParse({ ...SALE, ...told }).success;

test('the VAT of a sale is a part of its amount, so that nobody owes us for a sale', () => {
  expect(isTaken({ amountMinor: 120_00, vatMinor: 20_00 })).toBe(true);
  expect(isTaken({ amountMinor: 120_00, vatMinor: 120_00 })).toBe(true);
  expect(isTaken({ amountMinor: 120_00, vatMinor: 120_01 })).toBe(false);
  expect(isTaken({ amountMicro: '120000000', vatMinor: 120 })).toBe(true);
  expect(isTaken({ amountMicro: '119999999', vatMinor: 120 })).toBe(false);
  expect(isTaken({ amountMinor: 0, vatMinor: Number.MAX_SAFE_INTEGER })).toBe(false);
  expect(isTaken({ amountMicro: 'nothing', vatMinor: 1 })).toBe(false);
  expect(isTaken({ amountMicro: '120000000', vatMinor: 0.5 })).toBe(false);
});

test('a slip of the year is no day of a sale', () => {
  const on = (occurredAt: string) => isTaken({ amountMinor: 1, occurredAt });
  expect(on('1970-01-01T00:00:00Z')).toBe(true);
  for (const day of ['0026-03-01T10:00:00Z', '2206-03-01T10:00:00Z', '9999-12-31T23:59:59-14:00'])
    expect(on(day)).toBe(false);
});
