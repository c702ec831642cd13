import {
  clientKeys,
  currentRequisites,
  facesOf,
  knownPartner,
  type Described,
  type PartnerRecord,
} from '@mosty/directory';
import type { Tx } from '@mosty/kernel/context';
import type { Id } from '@mosty/kernel/id';
import type { StopMatch } from '../contract/stop-list.ts';
import { handleOf, linkKey } from '../domain/link-key.ts';
import { isSure } from '../domain/stop-list.ts';
import { namesakesOf, stopsByKeys, type StopKey } from '../store/stop-list.ts';

/** What somebody is recognised by: their own card and everybody who speaks for them. */
export function stopKeys(described: readonly Described[]): StopKey[] {
  const keys = described.flatMap((one): StopKey[] => [...clientKeys(one), ...pageKeys(one.site)]);
  return [...new Map(keys.map((one) => [`${one.kind} ${one.key}`, one])).values()];
}

/** A channel or a page of one's own on somebody else's site. */
function pageKeys(site: string | null | undefined): StopKey[] {
  if (!site || site.trim().startsWith('@') || handleOf(site) === null) return [];
  return [{ kind: 'link', key: linkKey(site) }];
}

/** As a partner is known to us: its card, its requisites and its people. */
export async function describedPartner(tx: Tx, partnerId: Id<'partner'>): Promise<Described[]> {
  const partner = await knownPartner(tx, partnerId);
  return (await describePartners(tx, [partner])).get(partnerId) ?? [partner];
}

/** The same of many. */
export async function describePartners(
  tx: Tx,
  partners: readonly PartnerRecord[],
): Promise<Map<Id<'partner'>, Described[]>> {
  const ids = partners.map(({ id }) => id);
  const requisites = await currentRequisites(tx, ids);
  const people = await theirPeople(tx, ids);
  return new Map(
    partners.map((partner) => {
      const own = requisites.get(partner.id);
      return [
        partner.id,
        [
          partner,
          ...(own ? [{ name: own.legalName, taxNumber: own.taxNumber }] : []),
          ...(people.get(partner.id) ?? []),
        ],
      ];
    }),
  );
}

/** Who speaks for each of these partners. */
export async function theirPeople(
  tx: Tx,
  partnerIds: readonly Id<'partner'>[],
): Promise<Map<Id<'partner'>, (Described & { readonly person: string })[]>> {
  const theirs = (await facesOf(tx, partnerIds)).filter(({ side }) => side === 'theirs');
  return new Map(
    [...Map.groupBy(theirs, ({ partnerId }) => partnerId)].map(([partnerId, faces]) => [
      partnerId,
      faces.map(({ name, email, phone }) => ({ person: name, email, phone })),
    ]),
  );
}

/** Whom of the stop list this may be: a stranger who applies, a name somebody asks about. The surest first. */
export async function stopsLike(tx: Tx, described: readonly Described[]): Promise<StopMatch[]> {
  return shown(await stopsByKeys(tx, stopKeys(described)));
}

/** The same of a partner, without those a person told apart; the entry that names it counts whatever its card says. */
export async function stopsOfPartner(tx: Tx, partnerId: Id<'partner'>): Promise<StopMatch[]> {
  const keys = stopKeys(await describedPartner(tx, partnerId));
  const found = await stopsByKeys(tx, keys, partnerId);
  const others = await namesakesOf(tx, partnerId);
  return shown(found, partnerId).filter(({ entryId, sure }) => sure || !others.has(entryId));
}

function shown(found: Awaited<ReturnType<typeof stopsByKeys>>, of: string | null = null): StopMatch[] {
  return found
    .map(({ entryId, partnerId, name, reasonCode, by }) => ({
      entryId,
      name,
      reasonCode,
      by: [...by],
      sure: isSure(by) || (of !== null && partnerId === of),
    }))
    .toSorted((a, b) => Number(b.sure) - Number(a.sure));
}
