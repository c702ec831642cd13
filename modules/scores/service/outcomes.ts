import { permit, type Round } from '@mosty/identity';
import type { Context, Tx } from '@mosty/kernel/context';
import { transact } from '@mosty/kernel/db';
import type { Id } from '@mosty/kernel/id';
import { refuse } from '@mosty/kernel/refusal';
import { businessDateOf } from '@mosty/kernel/time';
import type { OutcomeAnswer } from '../contract/outcomes.ts';
import { rights } from '../policy.ts';
import { clientsToAsk, insertOutcomes, lockOutcome, outcomesDue, saveAnswer } from '../store/outcomes.ts';
import { scorePartners } from './count-scores.ts';

/** Writes down whom it is time to ask whether it got better (S0.59). Safe to repeat. */
export function askOutcomes(ctx: Context): Promise<{ asked: number }> {
  return transact(ctx, async (tx) => {
    const found = await clientsToAsk(tx, businessDateOf(tx.now(), tx.zone));
    return { asked: await insertOutcomes(tx, found) };
  });
}

/** Whom it is time to ask. */
export async function outcomesToAsk(tx: Tx, limit: number): Promise<readonly { readonly id: string }[]> {
  permit(tx, rights, 'outcome.read');
  return outcomesDue(tx, businessDateOf(tx.now(), tx.zone), limit);
}

export const askWhetherBetter: Round = { name: 'scores.ask_outcomes', run: askOutcomes };

/**
 * What the client answered. Said once: trust is not bargained over. An answer that never came may come later.
 * @throws scores.outcome_unknown, scores.already_answered, scores.seen_in_future
 */
export function answerOutcome(
  ctx: Context,
  input: { outcomeId: Id<'outcome'>; answer: OutcomeAnswer; answeredOn: string; said?: string | undefined },
): Promise<void> {
  return transact(ctx, async (tx) => {
    permit(tx, rights, 'outcome.answer');
    const { outcomeId } = input;
    const asked =
      (await lockOutcome(tx, outcomeId)) ?? refuse('not_found', 'scores.outcome_unknown', { outcomeId });
    if (asked.answer && asked.answer !== 'silent')
      refuse('conflict', 'scores.already_answered', { outcomeId });
    const today = businessDateOf(tx.now(), tx.zone);
    if (input.answeredOn > today) refuse('invalid', 'scores.seen_in_future', { today });
    await saveAnswer(tx, outcomeId, input);
    tx.audit({
      verb: 'scores.answer_outcome',
      subject: asked.partnerId,
      change: { outcomeId, answer: input.answer },
    });
    await scorePartners(tx, [asked.partnerId]);
  });
}
