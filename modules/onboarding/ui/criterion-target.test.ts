import { expect, it } from 'vitest';
import { readTarget } from './criterion-target.ts';

it('a target is read in the units of its metric, and what is none is no guess', () => {
  expect(readTarget('sales', '12', 'RUB')).toBe(12);
  expect(readTarget('sales', '1,5', 'RUB')).toBeNull();
  expect(readTarget('won_deals', '-1', 'RUB')).toBeNull();
  expect(readTarget('paid_minor', '1 234,50', 'RUB')).toBe(123_450);
  expect(readTarget('margin_minor', '−100', 'RUB')).toBe(-10_000);
  expect(readTarget('refund_ppm', '2,5', 'RUB')).toBe(25_000);
  expect(readTarget('refund_ppm', '0.0001', 'RUB')).toBe(1);
  expect(readTarget('refund_ppm', '101', 'RUB')).toBeNull();
  expect(readTarget('refund_ppm', 'мало', 'RUB')).toBeNull();
});
