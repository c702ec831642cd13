import { definePortalTask } from '@mosty/directory';
import { may } from '@mosty/identity';
import { businessDateOf } from '@mosty/kernel/time';
import { rights } from '../../policy.ts';
import { hasAnswered } from '../../store/poll-answers.ts';
import { openPollOn } from '../../store/polls.ts';
import { seatOfActor } from './answer-poll.ts';

/** Six questions that this person has not answered yet. */
definePortalTask('feedback.poll', async (tx) => {
  const seat = seatOfActor(tx);
  if (!seat || !may(tx, rights, 'poll.answer')) return [];
  const poll = await openPollOn(tx, businessDateOf(tx.now(), tx.zone));
  if (!poll || (await hasAnswered(tx, poll.id, seat.memberId))) return [];
  return [{ code: 'feedback.poll', params: {}, to: '/portal/poll', dueOn: poll.closesOn }];
});
