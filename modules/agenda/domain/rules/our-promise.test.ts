import { expect, test } from 'vitest';
import { ourPromise } from './our-promise.ts';
import { ground, on } from './ground.fixture.ts';

test('story 17: our promise is a card a week before its day, and after it says that we did not keep it', () => {
  const due = (days: number, isMissed = false) =>
    ourPromise.find([{ promiseId: 'r', partnerId: 'p', dueOn: on(days), isMissed }], ground);
  expect(due(8)).toEqual([]);
  expect(due(7)).toMatchObject([{ params: { late: 0 } }]);
  expect(due(-3, true)).toMatchObject([{ params: { late: 1 } }]);
});
