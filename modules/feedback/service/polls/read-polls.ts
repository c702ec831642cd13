import { may, namesOfMembers, permit } from '@mosty/identity';
import type { Context, Tx } from '@mosty/kernel/context';
import { look } from '@mosty/kernel/db';
import { decodeCursor, pageFrom } from '@mosty/kernel/http';
import type { Id } from '@mosty/kernel/id';
import { refuse } from '@mosty/kernel/refusal';
import { businessDateOf } from '@mosty/kernel/time';
import { ENOUGH_ANSWERS, type Camp } from '../../contract.ts';
import { figuresOf } from '../../domain/poll-figures.ts';
import { rights } from '../../policy.ts';
import { hasAnswered, pageOfAnswers } from '../../store/poll-answers.ts';
import {
  countsOf,
  findPoll,
  newestDeeds,
  openPollOn,
  pageOfPolls,
  talliesOf,
  type PollRecord,
} from '../../store/polls.ts';
import { seatOfActor } from './answer-poll.ts';

interface PageAsked {
  readonly cursor?: string | undefined;
  readonly limit: number;
}

const DEEDS_SHOWN = 50;

export function readPolls(ctx: Context, { cursor, limit }: PageAsked) {
  return look(ctx, async (tx) => {
    permit(tx, rights, 'poll.read');
    const rows = await pageOfPolls(tx, { after: decodeCursor(cursor), limit });
    const page = pageFrom(rows, limit, ({ half, id }) => ({ value: half, id }));
    return { ...page, items: await withFigures(tx, page.items) };
  });
}

/** @throws feedback.poll_unknown */
export function readPoll(ctx: Context, pollId: Id<'poll'>) {
  return look(ctx, async (tx) => {
    permit(tx, rights, 'poll.read');
    const poll = await kept(tx, pollId);
    const [row] = await withFigures(tx, [poll]);
    if (!row) throw new Error('a poll without its row');
    const deeds = await newestDeeds(tx, pollId, DEEDS_SHOWN);
    return { ...row, deeds, can: { tell: may(tx, rights, 'poll.run') } };
  });
}

/** The rows behind the figures, and where there are no figures no rows either. @throws feedback.poll_unknown */
export async function answersShown(
  tx: Tx,
  asked: PageAsked & { pollId?: Id<'poll'> | undefined; camp?: Camp | undefined },
) {
  permit(tx, rights, 'poll.read');
  const poll = asked.pollId ? await kept(tx, asked.pollId) : await newest(tx);
  if (!poll) return { items: [], nextCursor: null };
  const { answered = 0 } = (await talliesOf(tx, [poll.id])).get(poll.id) ?? {};
  if (poll.isNameless && (isOpen(tx, poll) || answered < ENOUGH_ANSWERS))
    return { items: [], nextCursor: null };
  const { camp, limit, cursor } = asked;
  const rows = await pageOfAnswers(tx, poll.id, { camp, limit, after: decodeCursor(cursor) });
  const page = pageFrom(rows, limit, ({ id }) => ({ value: '', id }));
  const names = await namesOfMembers(
    tx,
    page.items.flatMap(({ memberId }) => memberId ?? []),
  );
  return {
    ...page,
    items: page.items.map(({ partnerId, partnerName, memberId, ...answer }) => ({
      ...answer,
      partner: partnerId === null ? null : { id: partnerId, name: partnerName ?? '' },
      person: memberId === null ? null : (names.get(memberId) ?? null),
    })),
  };
}

/** What is asked of this person now, and what became of earlier answers. */
export function readOwnPoll(ctx: Context) {
  return look(ctx, async (tx) => {
    permit(tx, rights, 'poll.answer');
    const seat = seatOfActor(tx);
    const poll = await openPollOn(tx, businessDateOf(tx.now(), tx.zone));
    const deeds = await newestDeeds(tx, null, 5);
    return {
      poll:
        poll && seat
          ? {
              id: poll.id,
              closesOn: poll.closesOn,
              isNameless: poll.isNameless,
              isAnswered: await hasAnswered(tx, poll.id, seat.memberId),
            }
          : null,
      deeds: deeds.map(({ half, words, at }) => ({ half, words, at })),
    };
  });
}

async function withFigures(tx: Tx, polls: readonly PollRecord[]) {
  const ids = polls.map(({ id }) => id);
  const tallies = await talliesOf(tx, ids);
  const counts = await countsOf(tx, ids);
  return polls.map((poll) => {
    const shown = { ...poll, isOpen: isOpen(tx, poll) };
    const { asked = 0, answered = 0 } = tallies.get(poll.id) ?? {};
    return { ...shown, asked, answered, figures: figuresOf(counts.get(poll.id) ?? [], shown) };
  });
}

function isOpen(tx: Tx, poll: PollRecord): boolean {
  return poll.closesOn >= businessDateOf(tx.now(), tx.zone);
}

async function newest(tx: Tx): Promise<PollRecord | null> {
  return (await pageOfPolls(tx, { after: null, limit: 1 }))[0] ?? null;
}

async function kept(tx: Tx, id: Id<'poll'>): Promise<PollRecord> {
  return (await findPoll(tx, id)) ?? refuse('not_found', 'feedback.poll_unknown', { pollId: id });
}
