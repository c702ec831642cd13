import type { Tx } from '@mosty/kernel/context';
import type { Id } from '@mosty/kernel/id';
import { forgetMembersOf, forgetSignIns, peopleEverOf, type KnownPerson } from '../store/forget-people.ts';
import { endAccessOf } from './partner-access.ts';

/**
 * Forgets the people of a partner: names, addresses and sign-ins. Whoever calls has asked whether they may, and says
 * which letters go with them. What those people did stays signed by their ids.
 * @param called the name that stands instead of theirs
 * @returns who they were, for those who know them by name elsewhere
 */
export async function forgetPeopleOf(
  tx: Tx,
  partnerId: Id<'partner'>,
  { called, reason }: { called: string; reason: string },
): Promise<readonly KnownPerson[]> {
  await endAccessOf(tx, partnerId, reason);
  const people = await peopleEverOf(tx, partnerId);
  await forgetMembersOf(tx, partnerId, called);
  await forgetSignIns(
    tx,
    people.flatMap(({ userId }) => userId ?? []),
  );
  return people;
}
