import { expect, test } from 'vitest';
import { ground, on } from './ground.fixture.ts';
import { reviewDue } from './review-due.ts';

test('S0.54: a review is spoken of two weeks ahead, and when it is late', () => {
  const due = (days: number) =>
    reviewDue.find([{ reviewId: 'r', partnerId: 'p', dueOn: on(days) }], ground).map(({ dueOn }) => dueOn);
  expect([due(15), due(14), due(-6)]).toEqual([[], [on(14)], [on(-6)]]);
});
