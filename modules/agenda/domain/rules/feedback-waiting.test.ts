import { expect, test } from 'vitest';
import { feedbackWaiting } from './feedback-waiting.ts';
import { ground, on } from './ground.fixture.ts';

test('S1.45: a question is a card when the promised day is over, or after ten working days', () => {
  const waits = (since: number, answerBy: number) =>
    feedbackWaiting.find(
      [{ threadId: 't', partnerId: 'p', movedOn: on(-since), answerBy: on(answerBy) }],
      ground,
    ).length;
  expect([waits(3, 0), waits(3, -1), waits(10, 5), waits(11, 5)]).toEqual([0, 1, 0, 1]);
});
