import { clientKeys, currentRequisites, facesOf, knownPartner, type Described } from '@mosty/directory';
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
  const requisites = (await currentRequisites(tx, [partnerId])).get(partnerId);
  const theirs = (await facesOf(tx, [partnerId])).filter(({ side }) => side === 'theirs');
  return [
    partner,
    ...(requisites ? [{ name: requisites.legalName, taxNumber: requisites.taxNumber }] : []),
    ...theirs.map(({ name, email, phone }) => ({ person: name, email, phone })),
  ];
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
