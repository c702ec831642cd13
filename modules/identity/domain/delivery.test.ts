import { expect, it } from 'vitest';
import { nextAttempt } from './delivery.ts';

it('a letter is tried again ever more slowly for half a day, then given up', () => {
  const now = new Date('2026-03-02T06:00:00Z');
  const pauses = [1, 2, 3, 4, 5, 6].map(
    (attempts) => ((nextAttempt(attempts, now)?.getTime() ?? 0) - now.getTime()) / 60_000,
  );
  expect(pauses).toEqual([1, 5, 15, 60, 180, 480]);
  expect(nextAttempt(7, now)).toBeNull();
});
