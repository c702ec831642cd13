import { expect, test } from 'vitest';
import { answerWaiting } from './answer-waiting.ts';
import { ground, on } from './ground.fixture.ts';

test('what waits for our word is worth the amount by its chance and the margin, and is urgent by the promised day', () => {
  const row = { subject: 'c', partnerId: 'p', amountMinor: 1_000_000n, answerBy: on(3) };
  const [claim] = answerWaiting.find([{ ...row, what: 'claim', probabilityPpm: 1_000_000 }], ground);
  expect(claim).toMatchObject({ stakeMinor: 400_000n, dueOn: on(3) });
  const [deal] = answerWaiting.find([{ ...row, what: 'registration', probabilityPpm: 100_000 }], ground);
  expect(deal?.stakeMinor).toBe(40_000n);
});
