import { expect, test } from 'vitest';
import { businessDate } from '@mosty/kernel/time';
import { receiptDueOn } from './receipt-due.ts';

test('a receipt is due by the ninth of the month after the payment', () => {
  expect(receiptDueOn(businessDate('2026-11-01'))).toBe('2026-12-09');
  expect(receiptDueOn(businessDate('2026-12-31'))).toBe('2027-01-09');
});
