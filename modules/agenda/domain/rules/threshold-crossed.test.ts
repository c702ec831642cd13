import { expect, test } from 'vitest';
import { thresholdCrossed } from './threshold-crossed.ts';
import { ground } from './ground.fixture.ts';

test('S1.28: a crossed threshold is worth what the partner brings', () => {
  expect(thresholdCrossed.find([{ crossingId: 'c', partnerId: 'p' }], ground)).toMatchObject([
    { subject: 'c', stakeMinor: 100_000n, pinned: null },
  ]);
});
