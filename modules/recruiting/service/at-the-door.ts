import { clientsById, partnersById, type Described } from '@mosty/directory';
import { invitationsByIds } from '@mosty/identity';
import type { Tx } from '@mosty/kernel/context';
import type { MetIn } from '../contract/stop-meetings.ts';
import { dealsNamed, type NewStopMeeting } from '../store/stop-meetings.ts';
import { describePartners, theirPeople } from './stop-matches.ts';

/** Somebody at a door, as they are known there. */
export interface AtDoor extends Pick<NewStopMeeting, 'metIn' | 'subjectId' | 'partnerId'> {
  readonly who: string;
  readonly described: readonly Described[];
}

/** Whoever comes in with these partners, deals or invitations, as they are known now. */
export const atTheDoor: Record<MetIn, (tx: Tx, ids: readonly string[]) => Promise<AtDoor[]>> = {
  /** The partner itself and everybody who speaks for it. */
  async partner(tx, ids) {
    const partners = await partnersById(tx, ids);
    const described = await describePartners(tx, partners);
    return partners.map(({ id, name }) => ({
      metIn: 'partner',
      subjectId: id,
      partnerId: id,
      who: name,
      described: described.get(id) ?? [],
    }));
  },

  /** The company that is named, and the people of whoever handed it over. */
  async deal(tx, ids) {
    const deals = await dealsNamed(tx, ids);
    const found = await clientsById(
      tx,
      deals.flatMap(({ clientId }) => clientId ?? []),
    );
    const clients = new Map(found.map((client) => [client.id, client]));
    const people = await theirPeople(tx, [...new Set(deals.flatMap(({ partnerId }) => partnerId ?? []))]);
    return deals.flatMap(({ id, partnerId, clientId }): AtDoor[] => {
      const at = { metIn: 'deal', subjectId: id, partnerId } as const;
      const client = clientId === null ? undefined : clients.get(clientId);
      const theirs = partnerId === null ? [] : (people.get(partnerId) ?? []);
      return [
        ...(client ? [{ ...at, who: client.name, described: [client] }] : []),
        ...theirs.map((one) => ({ ...at, who: one.person, described: [one] })),
      ];
    });
  },

  /** A person of a partner who may sign in, or could by the letter. */
  async invitation(tx, ids) {
    const invited = await invitationsByIds(tx, ids);
    return invited.map(({ id, partnerId, name, email }) => ({
      metIn: 'invitation',
      subjectId: id,
      partnerId,
      who: name,
      described: [{ person: name, email }],
    }));
  },
};
