import { fold } from '@mosty/directory';
import { permit } from '@mosty/identity';
import type { Context, Tx } from '@mosty/kernel/context';
import { transact } from '@mosty/kernel/db';
import type { Id } from '@mosty/kernel/id';
import { refuse } from '@mosty/kernel/refusal';
import { businessDateOf } from '@mosty/kernel/time';
import { rights } from '../policy.ts';
import { lockAnswer, saveAnswer, type AnswerRecord } from '../store/answers.ts';

interface Told {
  readonly question: string;
  readonly answer: string;
  readonly forPartners: boolean;
}

/** One answer to one question, however it is written (S1.53). @throws library.answered_already, library.question_empty */
export function writeAnswer(ctx: Context, input: Told): Promise<AnswerRecord> {
  return transact(ctx, async (tx) => {
    permit(tx, rights, 'library.edit');
    const answer: AnswerRecord = {
      ...input,
      id: tx.id('library_answer'),
      folded: foldedOf(input.question),
      ownerMember: tx.actor.type === 'person' ? tx.actor.id : null,
      state: 'published',
      confirmedOn: businessDateOf(tx.now(), tx.zone),
    };
    return save(tx, answer, 'library.write_answer');
  });
}

/** Answered better, and so looked at today. @throws library.answer_unknown, library.answered_already, library.question_empty */
export function changeAnswer(
  ctx: Context,
  input: Told & { readonly answerId: Id<'library_answer'>; readonly state: 'published' | 'archived' },
): Promise<AnswerRecord> {
  return transact(ctx, async (tx) => {
    permit(tx, rights, 'library.edit');
    const { answerId, ...told } = input;
    const found = (await lockAnswer(tx, answerId)) ?? refuse('not_found', 'library.answer_unknown', {});
    const changed: AnswerRecord = {
      ...found,
      ...told,
      folded: foldedOf(told.question),
      confirmedOn: businessDateOf(tx.now(), tx.zone),
    };
    return save(tx, changed, 'library.change_answer');
  });
}

async function save(tx: Tx, answer: AnswerRecord, verb: string): Promise<AnswerRecord> {
  if (!(await saveAnswer(tx, answer))) refuse('conflict', 'library.answered_already', {});
  tx.audit({
    verb,
    subject: answer.id,
    change: { state: answer.state, forPartners: answer.forPartners },
  });
  return answer;
}

function foldedOf(question: string): string {
  return fold(question) || refuse('invalid', 'library.question_empty', {});
}
