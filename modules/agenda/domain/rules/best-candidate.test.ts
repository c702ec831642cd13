import { expect, test } from 'vitest';
import { bestCandidate } from './best-candidate.ts';
import { ground } from './ground.fixture.ts';

test('a candidate is a new face; more people who named it make it likelier, up to a quarter', () => {
  const lift = (mentions: number) =>
    bestCandidate.find([{ partnerId: 'x', stage: 'candidate', kind: null, mentions }], ground)[0]?.liftPpm ??
    0;
  expect(bestCandidate.isNewFace).toBe(true);
  expect([lift(0), lift(1), lift(3)]).toEqual([40_000, 80_000, 120_000]);
  expect(lift(10_000)).toBe(250_000);
});
