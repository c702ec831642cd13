import { permit } from '@mosty/identity';
import type { Context, Tx } from '@mosty/kernel/context';
import { beyondPartner, transact } from '@mosty/kernel/db';
import type { Id } from '@mosty/kernel/id';
import { refuse } from '@mosty/kernel/refusal';
import { businessDateOf } from '@mosty/kernel/time';
import { rights } from '../../policy.ts';
import { insertAnswer, takeSeat, type AnswerRecord, type Seat } from '../../store/poll-answers.ts';
import { findPoll, openPollOn } from '../../store/polls.ts';

/**
 * One answer of one person. That they answered is known, of a nameless poll never what.
 * @throws feedback.poll_unknown, feedback.poll_over, feedback.poll_answered, feedback.not_a_partner
 */
export function answerPoll(ctx: Context, input: AnswerRecord & { pollId: Id<'poll'> }): Promise<void> {
  return transact(ctx, async (tx) => {
    permit(tx, rights, 'poll.answer');
    const seat = seatOfActor(tx) ?? refuse('not_permitted', 'feedback.not_a_partner', {});
    const poll = (await findPoll(tx, input.pollId)) ?? refuse('not_found', 'feedback.poll_unknown', {});
    const open = await openPollOn(tx, businessDateOf(tx.now(), tx.zone));
    if (open?.id !== poll.id) refuse('not_now', 'feedback.poll_over', {});
    if (!(await takeSeat(tx, poll.id, seat))) refuse('conflict', 'feedback.poll_answered', {});
    // Answers are closed to people of partners, their own too.
    await beyondPartner(tx, () => insertAnswer(tx, poll.id, input, poll.isNameless ? null : seat));
    tx.audit({ verb: 'feedback.answer_poll', subject: poll.id, change: { partnerId: seat.partnerId } });
  });
}

/** The seat of a partner's person; null for everybody else. */
export function seatOfActor({ actor }: Pick<Tx, 'actor'>): Seat | null {
  return actor.type === 'person' && actor.partnerId !== null
    ? { memberId: actor.id, partnerId: actor.partnerId }
    : null;
}
