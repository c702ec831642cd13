import { expect, test } from 'vitest';
import { statementUnanswered } from './statement-unanswered.ts';
import { ground, on } from './ground.fixture.ts';

test('a statement is a card in its last five days, an objection at once and first', () => {
  const row = { statementId: 's', partnerId: 'p', month: '2026-02', amountMinor: -700n };
  expect(statementUnanswered.find([{ ...row, state: 'sent', answerBy: on(6) }], ground)).toEqual([]);
  expect(statementUnanswered.find([{ ...row, state: 'sent', answerBy: on(5) }], ground)).toMatchObject([
    { pinned: null, stakeMinor: 700n },
  ]);
  expect(statementUnanswered.find([{ ...row, state: 'objected', answerBy: null }], ground)).toMatchObject([
    { pinned: 'money' },
  ]);
});
