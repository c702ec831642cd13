import { expect, test } from 'vitest';
import { payoutBlocked } from './payout-blocked.ts';
import { ground, on } from './ground.fixture.ts';

test('late money is pinned and costs a tenth of the margin for every week begun; before its day it does not', () => {
  const late = (days: number) =>
    payoutBlocked.find(
      [{ subject: 'b', partnerId: 'p', amountMinor: 5_000n, payOn: on(-days), reason: null }],
      ground,
    );
  expect(late(0)).toMatchObject([{ stakeMinor: 5_000n, pinned: null }]);
  expect(late(8)).toMatchObject([{ stakeMinor: 25_000n, pinned: 'money' }]);
});
