import { keptPartner } from '@mosty/directory';
import { permit } from '@mosty/identity';
import type { Context, Tx } from '@mosty/kernel/context';
import { transact } from '@mosty/kernel/db';
import type { Id } from '@mosty/kernel/id';
import { refuse } from '@mosty/kernel/refusal';
import { addDays, businessDateOf } from '@mosty/kernel/time';
import { dropNextStep, writeWeek, type StepWords } from '@mosty/rhythm';
import { rights } from '../policy.ts';
import { insertAnswer, lockAnswer, lockCard, takeBack, type NamedCard } from '../store/cards.ts';

/** What was done has two weeks to show; then the same reason may come again. */
const DONE_DAYS = 14;
/** Whoever disagrees is not asked the same for a quarter. */
const DISAGREED_DAYS = 90;

type Said =
  | { verdict: 'done'; fix: string; step: StepWords; minutes: number }
  | { verdict: 'put_off'; reason: string; until: string }
  | { verdict: 'disagree'; reason: string };

/**
 * Done writes the week with one fix and one next step; put off says why and until when; a disagreement teaches the rule.
 * @throws agenda.card_unknown, agenda.until_in_past, directory.partner_of_another_manager
 */
export function answerCard(
  ctx: Context,
  { cardId, ...said }: Said & { cardId: Id<'card'> },
): Promise<{ id: Id<'card_answer'> }> {
  return transact(ctx, async (tx) => {
    permit(tx, rights, 'agenda.answer');
    if (tx.actor.type !== 'person') return refuse('not_permitted', 'agenda.people_answer');
    const card = (await lockCard(tx, cardId)) ?? refuse('not_found', 'agenda.card_unknown', { cardId });
    await keptPartner(tx, card.partnerId);
    const today = businessDateOf(tx.now(), tx.zone);
    if (said.verdict === 'put_off' && said.until <= today) refuse('invalid', 'agenda.until_in_past');
    const nextStepId = said.verdict === 'done' ? await written(tx, card, said) : null;
    const untilOn =
      said.verdict === 'put_off'
        ? said.until
        : addDays(today, said.verdict === 'done' ? DONE_DAYS : DISAGREED_DAYS);
    const id = tx.id('card_answer');
    await insertAnswer(tx, {
      id,
      cardId: card.id,
      rule: card.rule,
      partnerId: card.partnerId,
      verdict: said.verdict,
      reason: said.verdict === 'done' ? null : said.reason,
      untilOn,
      minutes: said.verdict === 'done' ? said.minutes : 0,
      nextStepId,
      answeredOn: today,
      at: tx.now(),
      byMember: tx.actor.id,
    });
    tx.audit({
      verb: VERBS[said.verdict],
      subject: card.partnerId,
      reason: said.verdict === 'done' ? undefined : said.reason,
      change: { cardId: card.id, rule: card.rule },
    });
    tx.emit({ type: 'agenda.answered', partnerId: card.partnerId, rule: card.rule, verdict: said.verdict });
    return { id };
  });
}

const VERBS = {
  done: 'agenda.finish_card',
  put_off: 'agenda.put_off_card',
  disagree: 'agenda.disagree_card',
} as const;

async function written(
  tx: Tx,
  card: NamedCard,
  said: { fix: string; step: StepWords; minutes: number },
): Promise<Id<'next_step'>> {
  const { fix, step, minutes } = said;
  return (await writeWeek(tx, { partnerId: card.partnerId, fix, step, minutes })).nextStepId;
}

/** It was a mistake. Its next step is dropped; the card is back. @throws agenda.answer_unknown, agenda.not_own_answer */
export function takeBackAnswer(
  ctx: Context,
  { answerId }: { answerId: Id<'card_answer'> },
): Promise<{ id: Id<'card_answer'> }> {
  return transact(ctx, async (tx) => {
    permit(tx, rights, 'agenda.answer');
    const answer =
      (await lockAnswer(tx, answerId)) ?? refuse('not_found', 'agenda.answer_unknown', { answerId });
    if (answer.byMember !== tx.actor.id) refuse('not_permitted', 'agenda.not_own_answer');
    if (answer.takenBack) return { id: answer.id };
    await takeBack(tx, answer.id);
    if (answer.nextStepId)
      await dropNextStep(tx, { nextStepId: answer.nextStepId, reason: 'agenda.take_back_answer' });
    tx.audit({
      verb: 'agenda.take_back_answer',
      subject: answer.partnerId,
      change: { cardId: answer.cardId },
    });
    tx.emit({ type: 'agenda.answer_taken_back', partnerId: answer.partnerId, rule: answer.rule });
    return { id: answer.id };
  });
}
