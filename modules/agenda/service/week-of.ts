import { whoMay } from '@mosty/identity';
import type { Tx } from '@mosty/kernel/context';
import { businessDateOf } from '@mosty/kernel/time';
import { mondayOf } from '@mosty/rhythm';
import { CARDS_MAX, choose, type Choice } from '../domain/choose.ts';
import { onePerPartner, type Grouped } from '../domain/group.ts';
import { rights } from '../policy.ts';
import {
  answersSince,
  capacities,
  openCards,
  openLeads,
  type LeadRecord,
  type NamedAnswer,
  type NamedCard,
} from '../store/cards.ts';

/** What a person has for partners in a week until somebody says otherwise. */
export const CAPACITY_MINUTES = 180;

export type Person = Awaited<ReturnType<typeof whoMay>>[number];

export interface WeekNow {
  readonly member: Person;
  readonly capacity: number;
  readonly doneMinutes: number;
  readonly answers: readonly NamedAnswer[];
  readonly chosen: readonly LeadRecord[];
  readonly leftOut: number;
  readonly choice: Choice;
}

export const peopleOfAgenda = (tx: Tx): Promise<Person[]> => whoMay(tx, rights, 'agenda.answer');

export const mondayNow = (tx: Tx) => mondayOf(businessDateOf(tx.now(), tx.zone));

/**
 * The weeks of these people: one card of a partner, and of the cards the set of greatest value inside what is left of the
 * minutes. Partners nobody keeps stand with the head.
 */
export async function weeksOf(tx: Tx, members: readonly Person[]): Promise<WeekNow[]> {
  const ids = members.map(({ id }) => id);
  const leads = await openLeads(tx, {
    owners: ids,
    nobodys: members.some(({ role }) => role === 'head'),
    today: businessDateOf(tx.now(), tx.zone),
    places: CARDS_MAX,
  });
  const byOwner = Map.groupBy(leads, ({ ownerMemberId }) => ownerMemberId);
  const answers = await answersSince(tx, mondayNow(tx), ids);
  const minutes = await capacities(tx);
  return members.map((member) => {
    const parts = [byOwner.get(member.id) ?? [], (member.role === 'head' && byOwner.get(null)) || []];
    const own = parts.flat();
    const said = answers.filter(({ byMember }) => byMember === member.id);
    const doneMinutes = said.reduce((sum, answer) => sum + answer.minutes, 0);
    const capacity = minutes.get(member.id) ?? CAPACITY_MINUTES;
    const choice = choose(own, Math.max(0, capacity - doneMinutes));
    const byId = new Map(own.map((lead) => [lead.id as string, lead]));
    const chosen = choice.chosen.flatMap((id) => byId.get(id) ?? []);
    const all = parts.reduce((sum, [first]) => sum + (first?.ofOwner ?? 0), 0);
    return { member, capacity, doneMinutes, answers: said, chosen, leftOut: all - chosen.length, choice };
  });
}

/** The chosen cards whole, in their order, each with what else is open about its partner. */
export async function cardsOf(tx: Tx, { chosen }: WeekNow): Promise<Grouped<NamedCard>[]> {
  const cards = await openCards(
    tx,
    chosen.map(({ partnerId }) => partnerId),
    businessDateOf(tx.now(), tx.zone),
  );
  const groups = new Map(onePerPartner(cards).map((group) => [group.lead.id, group]));
  // A night's look that ends between the two questions may have taken a card away: it is in no week any more.
  return chosen.flatMap(({ id }) => groups.get(id) ?? []);
}
