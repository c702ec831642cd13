import type { Context } from '@mosty/kernel/context';
import { transact } from '@mosty/kernel/db';
import { businessDateOf } from '@mosty/kernel/time';
import { mixAnswersOf } from '../../store/poll-answers.ts';
import { unmixedPolls } from '../../store/polls.ts';

/** When a nameless poll is over its answers lose the order and the transactions they came by. Safe to repeat. */
export function mixAnswers(ctx: Context): Promise<number> {
  return transact(ctx, async (tx) => {
    const polls = await unmixedPolls(tx, businessDateOf(tx.now(), tx.zone));
    for (const pollId of polls) await mixAnswersOf(tx, pollId);
    return polls.length;
  });
}
