import { businessDate } from '@mosty/kernel/time';
import { expect, test } from 'vitest';
import { receiptMissing } from './receipt-missing.ts';
import { ground } from './ground.fixture.ts';

test('story 5: a receipt is due by the ninth of the next month, also over New Year, and the law pins it', () => {
  const paid = (day: string) =>
    receiptMissing.find(
      [{ payoutId: 'o', partnerId: 'p', paidOn: businessDate(day), amountMinor: 100n }],
      ground,
    );
  expect(paid('2026-02-25')).toMatchObject([{ dueOn: '2026-03-09', pinned: 'law', stakeMinor: 100n }]);
  expect(paid('2026-12-31')).toMatchObject([{ dueOn: '2027-01-09' }]);
});
