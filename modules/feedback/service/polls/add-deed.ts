import { namesOfMembers, permit } from '@mosty/identity';
import type { Context } from '@mosty/kernel/context';
import { transact } from '@mosty/kernel/db';
import type { Id } from '@mosty/kernel/id';
import { refuse } from '@mosty/kernel/refusal';
import { rights } from '../../policy.ts';
import { findPoll, insertDeed } from '../../store/polls.ts';

/** Tells partners what was done after their answers. @throws feedback.poll_unknown */
export function addDeed(ctx: Context, input: { pollId: Id<'poll'>; words: string }): Promise<void> {
  return transact(ctx, async (tx) => {
    permit(tx, rights, 'poll.run');
    const poll = (await findPoll(tx, input.pollId)) ?? refuse('not_found', 'feedback.poll_unknown', {});
    const id = tx.id('poll_deed');
    // As they are called now: people of a partner may not read who is who in the company.
    const author = (await namesOfMembers(tx, [tx.actor.id])).get(tx.actor.id) ?? '';
    await insertDeed(tx, { id, pollId: poll.id, words: input.words, author });
    tx.audit({ verb: 'feedback.tell_deed', subject: poll.id, change: { deedId: id } });
  });
}
