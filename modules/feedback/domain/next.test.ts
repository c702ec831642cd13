import { expect, test } from 'vitest';
import { next, promisedDays } from './next.ts';

const idea = { kind: 'idea', verdict: null } as const;

test('S1.45: what a partner says waits for us, what we say is an answer', () => {
  expect(next(idea, { side: 'theirs', verdict: null })).toEqual({ state: 'waiting', verdict: null });
  expect(next(idea, { side: 'ours', verdict: null })).toEqual({ state: 'answered', verdict: null });
});

test('an idea is planned and stays open, done or declined and is closed; a word of the partner wakes it', () => {
  expect(next(idea, { side: 'ours', verdict: 'planned' })).toEqual({ state: 'answered', verdict: 'planned' });
  expect(next(idea, { side: 'ours', verdict: 'declined' })).toEqual({ state: 'closed', verdict: 'declined' });
  expect(next({ kind: 'idea', verdict: 'done' }, { side: 'theirs', verdict: null })).toEqual({
    state: 'waiting',
    verdict: 'done',
  });
});

test('a question is answered, not decided; a partner does not decide', () => {
  expect(next({ kind: 'question', verdict: null }, { side: 'ours', verdict: 'done' })).toMatchObject({
    code: 'feedback.question_has_no_verdict',
  });
  expect(next(idea, { side: 'theirs', verdict: 'done' })).toMatchObject({ code: 'feedback.ours_decide' });
});

test('hours of a promise are whole working days, one at least', () => {
  expect([null, 1, 24, 25, 72].map(promisedDays)).toEqual([2, 1, 1, 2, 3]);
});
