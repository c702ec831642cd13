import { nextInvitationsToPartners } from '@mosty/identity';
import type { Tx } from '@mosty/kernel/context';
import type { StopKeyKind } from '../contract/stop-list.ts';
import { MET_IN, type MetIn } from '../contract/stop-meetings.ts';
import { isSure } from '../domain/stop-list.ts';
import {
  hasStops,
  insertMeetings,
  nextHere,
  stopsByKeyLists,
  type NewStopMeeting,
  type StopMeetingRecord,
} from '../store/stop-meetings.ts';
import { atTheDoor, type AtDoor } from './at-the-door.ts';
import { stopKeys } from './stop-matches.ts';
import { tellStopMet } from './stop-news.ts';

/** Whoever came in by a door, and when, is compared with the stop list. */
export async function meetAt(tx: Tx, door: MetIn, came: ReadonlyMap<string, Date>): Promise<void> {
  if (came.size === 0 || !(await hasStops(tx))) return;
  await meet(tx, await atTheDoor[door](tx, [...came.keys()]), came);
}

/** How far the look at everybody who is here already has come: by doors in their order, by ids behind a door. */
export interface LookedSoFar {
  readonly door: MetIn;
  readonly after: string;
  /** When somebody came on the list. */
  readonly at: Date;
}

/** Of several looks the one furthest behind: it comes by everybody the others have still to look at. */
export function furthestBehind(looks: readonly LookedSoFar[]): LookedSoFar | undefined {
  return looks.toSorted(
    (a, b) => MET_IN.indexOf(a.door) - MET_IN.indexOf(b.door) || (a.after < b.after ? -1 : 1),
  )[0];
}

/** A directory may hold a hundred thousand. */
const AT_ONCE = 1_000;

/** Somebody came on the list: the next of those who are here already are looked at, and the part that follows is named. */
export async function meetNextHere(tx: Tx, { door, after, at }: LookedSoFar): Promise<void> {
  const ids =
    door === 'invitation'
      ? await nextInvitationsToPartners(tx, after, AT_ONCE)
      : await nextHere(tx, door, after, AT_ONCE);
  await meetAt(tx, door, new Map(ids.map((id) => [id, at])));
  const last = ids.at(-1);
  const next =
    ids.length === AT_ONCE && last
      ? { door, after: last }
      : { door: MET_IN[MET_IN.indexOf(door) + 1], after: '' };
  if (next.door) tx.emit({ type: 'stop.compared_in_part', ...next, at: at.toISOString() });
}

/** By what somebody who was met is like the entry now: more may be known of them since. */
export async function likeNow(tx: Tx, met: StopMeetingRecord): Promise<readonly StopKeyKind[]> {
  const atDoor = await atTheDoor[met.metIn](tx, [met.subjectId]);
  const described = atDoor
    .filter(({ who }) => met.who === null || who === met.who)
    .flatMap((one) => one.described);
  const found = await stopsByKeyLists(tx, [stopKeys(described)]);
  return found.find(({ entryId }) => entryId === met.entryId)?.by ?? [];
}

async function meet(tx: Tx, atDoor: readonly AtDoor[], came: ReadonlyMap<string, Date>): Promise<void> {
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
    const isTold = met.some(
      (other) =>
        other.entryId === entryId &&
        (other.subjectId === subjectId || (other.partnerId === partnerId && other.who === who)),
    );
    if (isTold) continue;
    const cameAt = came.get(subjectId) ?? tx.now();
    met.push({
      id: tx.id('stop_meeting'),
      entryId,
      entryName,
      metIn,
      subjectId,
      partnerId,
      who,
      by,
      sure: isSure(by),
      // Who came before somebody was on the list is met on the day they came on it.
      metAt: cameAt < listedAt ? listedAt : cameAt,
    });
  }
  if (met.length === 0) return;
  const written = await insertMeetings(tx, met);
  for (const one of met) if (written.has(one.id)) await tellStopMet(tx, one);
}
