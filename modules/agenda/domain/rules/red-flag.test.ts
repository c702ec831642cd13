import { expect, test } from 'vitest';
import { redFlag } from './red-flag.ts';
import { ground, on } from './ground.fixture.ts';

test('a flag is worth what is held and what is suspicious; a critical one is pinned', () => {
  const row = { flagId: 'f', partnerId: 'p', answerDueOn: on(2), heldMinor: 8_640_000n, atStakeMinor: 100n };
  expect(redFlag.find([{ ...row, severity: 'serious' }], ground)).toMatchObject([
    { stakeMinor: 8_640_100n, pinned: null },
  ]);
  expect(redFlag.find([{ ...row, severity: 'critical' }], ground)).toMatchObject([{ pinned: 'critical' }]);
});
