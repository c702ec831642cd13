import { namesOfMembers, permit } from '@mosty/identity';
import type { Context } from '@mosty/kernel/context';
import { beyondPartner, transact } from '@mosty/kernel/db';
import type { Id } from '@mosty/kernel/id';
import { orRefuse, refuse } from '@mosty/kernel/refusal';
import { businessDateOf } from '@mosty/kernel/time';
import { mayAsk } from '../domain/life.ts';
import { rights } from '../policy.ts';
import { insertStep, lockFlag, saveFlag } from '../store/flags.ts';
import { insertQuestion, lockQuestion, questionsOfFlag, saveAnswer } from '../store/questions.ts';
import { flagToChange } from './decide-flag.ts';

/** @throws integrity.flag_decided, integrity.due_in_past */
export function askPartner(
  ctx: Context,
  input: { readonly flagId: Id<'flag'>; readonly question: string; readonly dueOn: string },
): Promise<Id<'flag_question'>> {
  return transact(ctx, async (tx) => {
    permit(tx, rights, 'flag.ask');
    const flag = await flagToChange(tx, input.flagId);
    orRefuse(mayAsk(flag.state));
    const { question, dueOn } = input;
    if (dueOn < businessDateOf(tx.now(), tx.zone)) refuse('invalid', 'integrity.due_in_past', { dueOn });
    const id = tx.id('flag_question');
    await insertQuestion(tx, { id, flagId: flag.id, partnerId: flag.partnerId, question, dueOn });
    await saveFlag(tx, { ...flag, state: flag.state === 'open' ? 'asked' : flag.state, answerDueOn: dueOn });
    await insertStep(tx, flag.id, { what: 'asked', params: { dueOn }, says: question });
    tx.audit({ verb: 'integrity.ask_partner', subject: flag.id, change: { questionId: id, dueOn } });
    tx.emit({
      type: 'flag.partner_asked',
      flagId: flag.id,
      partnerId: flag.partnerId,
      questionId: id,
      dueOn,
    });
    return id;
  });
}

/** The partner answers, once. @throws integrity.question_unknown, integrity.answered_already, integrity.question_closed */
export function answerOwnQuestion(
  ctx: Context,
  input: { readonly questionId: Id<'flag_question'>; readonly answer: string },
): Promise<{ id: Id<'flag_question'> }> {
  return transact(ctx, async (tx) => {
    permit(tx, rights, 'question.answer');
    const { questionId, answer } = input;
    const question =
      (await lockQuestion(tx, questionId)) ??
      refuse('not_found', 'integrity.question_unknown', { questionId });
    if (question.answer !== null) refuse('conflict', 'integrity.answered_already');
    if (question.closedAt) refuse('not_now', 'integrity.question_closed');
    const names = await namesOfMembers(tx, [tx.actor.id]);
    await saveAnswer(tx, question.id, { answer, name: names.get(tx.actor.id) ?? '' });
    // The flag itself is the company's own: the partner's answer moves its day and nothing else.
    await beyondPartner(tx, async () => {
      const flag = await lockFlag(tx, question.flagId);
      if (!flag) return;
      const waiting = (await questionsOfFlag(tx, flag.id)).filter(
        (one) => one.answer === null && !one.closedAt,
      );
      const dueOn = waiting.map((one) => one.dueOn).toSorted()[0] ?? null;
      await saveFlag(tx, { ...flag, answerDueOn: dueOn });
      await insertStep(tx, flag.id, { what: 'answered', says: answer.slice(0, 2_000) });
      tx.audit({ verb: 'integrity.answer_question', subject: question.id, change: { flagId: flag.id } });
      tx.emit({ type: 'flag.partner_answered', flagId: flag.id, partnerId: flag.partnerId, questionId });
    });
    return { id: question.id };
  });
}
