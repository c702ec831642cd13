import { whoMay } from '@mosty/identity';
import type { Tx } from '@mosty/kernel/context';
import { businessDateOf } from '@mosty/kernel/time';
import { mondayOf } from '@mosty/rhythm';
import { choose, type Choice } from '../domain/choose.ts';
import { onePerPartner, type Grouped } from '../domain/group.ts';
import { rights } from '../policy.ts';
import { answersSince, capacities, openCards, type NamedAnswer, type NamedCard } from '../store/cards.ts';

/** What a person has for partners in a week until somebody says otherwise. */
export const CAPACITY_MINUTES = 180;

export type Person = Awaited<ReturnType<typeof whoMay>>[number];

export interface WeekNow {
  readonly member: Person;
  readonly capacity: number;
  readonly doneMinutes: number;
  readonly answers: readonly NamedAnswer[];
  readonly chosen: readonly Grouped<NamedCard>[];
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
  const today = businessDateOf(tx.now(), tx.zone);
  const cards = await openCards(tx, {
    owners: ids,
    nobodys: members.some(({ role }) => role === 'head'),
    today,
  });
  const answers = await answersSince(tx, mondayNow(tx), ids);
  const minutes = await capacities(tx);
  return members.map((member) => {
    const own = cards.filter(
      ({ ownerMemberId }) =>
        ownerMemberId === member.id || (ownerMemberId === null && member.role === 'head'),
    );
    const said = answers.filter(({ byMember }) => byMember === member.id);
    const doneMinutes = said.reduce((sum, answer) => sum + answer.minutes, 0);
    const capacity = minutes.get(member.id) ?? CAPACITY_MINUTES;
    const groups = onePerPartner(own);
    const choice = choose(
      groups.map(({ lead }) => ({
        id: lead.id,
        valueMinor: lead.valueMinor,
        minutes: lead.minutes,
        isNewFace: lead.isNewFace,
        isPinned: lead.pinned !== null,
      })),
      Math.max(0, capacity - doneMinutes),
    );
    const byId = new Map(groups.map((group) => [group.lead.id as string, group]));
    const chosen = choice.chosen.flatMap((id) => byId.get(id) ?? []);
    return {
      member,
      capacity,
      doneMinutes,
      answers: said,
      chosen,
      leftOut: groups.length - chosen.length,
      choice,
    };
  });
}
