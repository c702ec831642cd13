import { partnersById } from '@mosty/directory';
import { listMembers, permit, type Member, type Round } from '@mosty/identity';
import type { Context, Tx } from '@mosty/kernel/context';
import { look, transact } from '@mosty/kernel/db';
import type { Id } from '@mosty/kernel/id';
import { refuse } from '@mosty/kernel/refusal';
import { addDays, businessDateOf, type BusinessDate } from '@mosty/kernel/time';
import { defineNotice, tell } from '@mosty/notices';
import type { PollSettings } from '../../contract.ts';
import { halfOf, isTime, USUAL } from '../../domain/half-year.ts';
import { rights } from '../../policy.ts';
import { insertSeats, seatedMembers, type Seat } from '../../store/poll-answers.ts';
import { insertPoll, openPollOn, settingsNow, type PollRecord } from '../../store/polls.ts';
import { mixAnswers } from './mix-answers.ts';

defineNotice('feedback.poll_open', {
  kind: 'talk',
  title: { ru: 'Шесть вопросов о работе с нами', en: 'Six questions about working with us' },
  text: {
    ru: 'Займёт минуту. Ответить можно до {{closesOn}}; что сделаем после – напишем там же.',
    en: 'It takes a minute. Open until {{closesOn}}; what we do after it is written there too.',
  },
});

/** So many are asked in one transaction. */
const BATCH = 200;

/** Asks now instead of waiting for the day. @throws feedback.poll_already, feedback.nobody_to_ask */
export async function openPoll(ctx: Context): Promise<PollRecord> {
  const opened = await transact(ctx, async (tx) => {
    permit(tx, rights, 'poll.run');
    if ((await peopleOfPartners(tx)).length === 0) refuse('not_now', 'feedback.nobody_to_ask', {});
    const today = todayOf(tx);
    const poll = await begin(tx, today, (await settingsNow(tx)) ?? USUAL);
    return poll ?? refuse('conflict', 'feedback.poll_already', { half: halfOf(today) });
  });
  await askEverybody(ctx);
  return opened;
}

/** On its day the poll opens by itself, and whoever joined a partner since is asked too. Safe to repeat. */
export async function askPartners(ctx: Context): Promise<number> {
  await transact(ctx, async (tx) => {
    const settings = (await settingsNow(tx)) ?? USUAL;
    const today = todayOf(tx);
    if (isTime(today, settings) && (await peopleOfPartners(tx)).length > 0) await begin(tx, today, settings);
  });
  return askEverybody(ctx);
}

/** The calendar of polls: those that are over lose the traces of who answered what, the one whose day it is opens. */
export const askEachHalfYear: Round = {
  name: 'feedback.ask_partners',
  run: async (ctx) => (await mixAnswers(ctx)) + (await askPartners(ctx)),
};

async function begin(tx: Tx, today: BusinessDate, settings: PollSettings): Promise<PollRecord | null> {
  const poll: PollRecord = {
    id: tx.id('poll'),
    half: halfOf(today),
    opensOn: today,
    closesOn: addDays(today, settings.openDays),
    isNameless: settings.isNameless,
  };
  if (!(await insertPoll(tx, poll))) return null;
  tx.audit({
    verb: 'feedback.open_poll',
    subject: poll.id,
    change: { half: poll.half, closesOn: poll.closesOn, isNameless: poll.isNameless },
  });
  return poll;
}

/** Gives a seat and the news of it to everybody who has none; how many they were. */
async function askEverybody(ctx: Context): Promise<number> {
  const found = await look(ctx, async (tx) => {
    const poll = await openPollOn(tx, todayOf(tx));
    if (!poll) return null;
    const seated = await seatedMembers(tx, poll.id);
    return { poll, people: (await peopleOfPartners(tx)).filter(({ memberId }) => !seated.has(memberId)) };
  });
  if (!found) return 0;
  const { poll, people } = found;
  for (let from = 0; from < people.length; from += BATCH)
    await transact(ctx, async (tx) =>
      invite(tx, poll, await insertSeats(tx, poll.id, people.slice(from, from + BATCH))),
    );
  return people.length;
}

async function invite(tx: Tx, poll: PollRecord, people: readonly Id<'member'>[]): Promise<void> {
  if (people.length === 0) return;
  await tell(tx, {
    code: 'feedback.poll_open',
    to: people,
    subject: poll.id,
    params: { closesOn: { day: poll.closesOn } },
    path: '/portal/poll',
    onceKey: poll.id,
  });
}

/** Whoever has a portal, except people of partners put away. */
async function peopleOfPartners(tx: Tx): Promise<Seat[]> {
  const people = (await listMembers(tx, false)).flatMap(seatOf);
  const partners = await partnersById(tx, [...new Set(people.map(({ partnerId }) => partnerId))]);
  const here = new Set(partners.filter(({ archivedAt }) => archivedAt === null).map(({ id }) => id));
  return people.filter(({ partnerId }) => here.has(partnerId));
}

function seatOf({ id, partnerId }: Member): Seat[] {
  return partnerId === null ? [] : [{ memberId: id, partnerId }];
}

const todayOf = (tx: Tx): BusinessDate => businessDateOf(tx.now(), tx.zone);
