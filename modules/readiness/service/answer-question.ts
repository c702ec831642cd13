import { namesOfTeam, permit } from '@mosty/identity';
import type { Context } from '@mosty/kernel/context';
import { transact } from '@mosty/kernel/db';
import { refuse } from '@mosty/kernel/refusal';
import type { Question } from '../contract.ts';
import { whatIsWrong } from '../domain/judge.ts';
import { rights } from '../policy.ts';
import { insertAnswer } from '../store/answers.ts';
import { readinessOf } from './read-readiness.ts';

/** Says what the program cannot know. @throws readiness.not_a_number, readiness.no_such_department, readiness.member_unknown */
export function answerQuestion(
  ctx: Context,
  input: { question: Question; value: string; source?: string | undefined },
) {
  return transact(ctx, async (tx) => {
    permit(tx, rights, 'readiness.answer');
    const { question, value } = input;
    const wrong = whatIsWrong(question, value);
    if (wrong === 'number') refuse('invalid', 'readiness.not_a_number', { question });
    if (wrong === 'department') refuse('invalid', 'readiness.no_such_department', { value });
    const names = question === 'profit_owner' || question.startsWith('owner_');
    if (names && !(await namesOfTeam(tx, [value])).has(value))
      refuse('not_found', 'readiness.member_unknown', { memberId: value });
    const no = await insertAnswer(tx, { question, value, source: input.source ?? null });
    tx.audit({ verb: 'readiness.answer_question', subject: tx.workspaceId, change: { question, value, no } });
    return readinessOf(tx);
  });
}
