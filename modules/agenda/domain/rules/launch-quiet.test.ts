import { expect, test } from 'vitest';
import { launchQuiet } from './launch-quiet.ts';
import { ground, on } from './ground.fixture.ts';

test('S1.17: five working days without a step in a launch are a card worth the median of the kind', () => {
  const row = {
    launchId: 'l',
    partnerId: 'x',
    kind: 'agent',
    beganOn: on(-20),
    hasSold: false,
    usualDays: null,
  };
  expect(launchQuiet.find([{ ...row, touchedOn: on(-4) }], ground)).toEqual([]);
  expect(launchQuiet.find([{ ...row, touchedOn: on(-5) }], ground)).toMatchObject([{ stakeMinor: 100_000n }]);
});
