import { clientsById, partnersById, type Described } from '@mosty/directory';
import { invitationsByIds } from '@mosty/identity';
import type { Tx } from '@mosty/kernel/context';
import type { Id } from '@mosty/kernel/id';
import { isSure } from '../domain/stop-list.ts';
import {
  dealsNamed,
  everybodyHere,
  hasStops,
  insertMeetings,
  stopsByKeyLists,
  type NewStopMeeting,
} from '../store/stop-meetings.ts';
import { describePartners, stopKeys, theirPeople } from './stop-matches.ts';
import { tellStopMet } from './stop-news.ts';

/** Somebody at a door, as they are known there. */
interface AtDoor extends Pick<NewStopMeeting, 'metIn' | 'subjectId' | 'partnerId' | 'metAt'> {
  readonly who: string;
  readonly described: readonly Described[];
}

/** Who came in, and when. */
type Came<Noun extends 'partner' | 'deal' | 'invitation'> = ReadonlyMap<Id<Noun>, Date>;

/** Partners written down, brought in by a file or with new requisites: themselves and everybody who speaks for them. */
export async function meetPartners(tx: Tx, came: Came<'partner'>): Promise<void> {
  if (came.size === 0 || !(await hasStops(tx))) return;
  const partners = await partnersById(tx, [...came.keys()]);
  const described = await describePartners(tx, partners);
  await meet(
    tx,
    partners.map(({ id, name }) => ({
      metIn: 'partner',
      subjectId: id,
      partnerId: id,
      who: name,
      described: described.get(id) ?? [],
      metAt: came.get(id) ?? tx.now(),
    })),
  );
}

/** Deals handed over: the company they name, and the people of whoever handed it over. */
export async function meetDeals(tx: Tx, came: Came<'deal'>): Promise<void> {
  if (came.size === 0 || !(await hasStops(tx))) return;
  const deals = await dealsNamed(tx, [...came.keys()]);
  const found = await clientsById(
    tx,
    deals.flatMap(({ clientId }) => clientId ?? []),
  );
  const clients = new Map(found.map((client) => [client.id, client]));
  const people = await theirPeople(tx, [...new Set(deals.flatMap(({ partnerId }) => partnerId ?? []))]);
  await meet(
    tx,
    deals.flatMap(({ id, partnerId, clientId }): AtDoor[] => {
      const at = { metIn: 'deal', subjectId: id, partnerId, metAt: came.get(id) ?? tx.now() } as const;
      const client = clientId === null ? undefined : clients.get(clientId);
      const theirs = partnerId === null ? [] : (people.get(partnerId) ?? []);
      return [
        ...(client ? [{ ...at, who: client.name, described: [client] }] : []),
        ...theirs.map((one) => ({ ...at, who: one.person, described: [one] })),
      ];
    }),
  );
}

/** People of partners who were invited to sign in. */
export async function meetInvited(tx: Tx, came: Came<'invitation'>): Promise<void> {
  if (came.size === 0 || !(await hasStops(tx))) return;
  const invited = await invitationsByIds(tx, [...came.keys()]);
  await meet(
    tx,
    invited.map(({ id, partnerId, name, email }) => ({
      metIn: 'invitation',
      subjectId: id,
      partnerId,
      who: name,
      described: [{ person: name, email }],
      metAt: came.get(id) ?? tx.now(),
    })),
  );
}

/** At a time: a directory may hold a hundred thousand. */
const MANY = 1_000;

/** Somebody came on the list: whoever is here already is looked at once. */
export async function meetEverybody(tx: Tx, at: Date): Promise<void> {
  const { partnerIds, dealIds } = await everybodyHere(tx);
  for (let from = 0; from < partnerIds.length; from += MANY)
    await meetPartners(tx, new Map(partnerIds.slice(from, from + MANY).map((id) => [id, at])));
  for (let from = 0; from < dealIds.length; from += MANY)
    await meetDeals(tx, new Map(dealIds.slice(from, from + MANY).map((id) => [id, at])));
}

async function meet(tx: Tx, atDoor: readonly AtDoor[]): Promise<void> {
  const found = await stopsByKeyLists(
    tx,
    atDoor.map(({ described }) => stopKeys(described)),
  );
  // The surest first: of two ways to one entry in one place, the other adds nothing.
  const surest = found.toSorted((a, b) => Number(isSure(b.by)) - Number(isSure(a.by)) || a.place - b.place);
  const met: (NewStopMeeting & { readonly entryName: string })[] = [];
  for (const { place, entryId, entryName, namesPartnerId, by, listedAt } of surest) {
    const one = atDoor[place];
    // The partner of the entry itself is no news.
    if (!one || (one.metIn === 'partner' && one.partnerId === namesPartnerId)) continue;
    const { metIn, subjectId, partnerId, who } = one;
    // Who came before somebody was on the list is met on the day they came on it.
    const metAt = one.metAt < listedAt ? listedAt : one.metAt;
    const isTold = met.some(
      (other) =>
        other.entryId === entryId &&
        (other.subjectId === subjectId || (other.partnerId === partnerId && other.who === who)),
    );
    if (isTold) continue;
    met.push({
      id: tx.id('stop_meeting'),
      entryId,
      entryName,
      metIn,
      subjectId,
      partnerId,
      who,
      by,
      metAt,
    });
  }
  if (met.length === 0) return;
  const written = await insertMeetings(tx, met);
  for (const one of met) if (written.has(one.id)) await tellStopMet(tx, one);
}
