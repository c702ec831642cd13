import type { Tx } from '@mosty/kernel/context';
import { emitParts } from '@mosty/kernel/events';
import { waitForLoader } from '../store/clicks.ts';
import { clicksById, type ClickTouch } from '../store/touches.ts';
import { creditAwaiting } from '../store/leads.ts';
import {
  clientsOfVisitors,
  insertAwaited,
  insertBindings,
  takeAwaited,
  type Binding,
} from '../store/visitors.ts';

export interface Bound {
  readonly clickId?: string | undefined;
  readonly visitorId?: string | undefined;
  readonly clientId: string;
  readonly at: Date;
}

const IDS_IN_EVENT_MAX = 1_000;

/**
 * Learns whose browsers these were; telling it twice changes nothing. A click that is not in the tables yet is awaited:
 * `bindLoadedClicks` finishes it. Part of a verb that has checked its right.
 */
export async function bindVisitors(tx: Tx, rows: readonly Bound[]): Promise<void> {
  const named: Binding[] = rows.flatMap(({ visitorId, clickId, clientId, at }) =>
    visitorId ? [{ visitorId, clickId: clickId ?? null, clientId, at }] : [],
  );
  const told = rows.flatMap(({ clickId, clientId, at }) => (clickId ? [{ clickId, clientId, at }] : []));
  const known = await knownClicks(
    tx,
    told.map((one) => one.clickId),
  );
  const awaited = told.filter(({ clickId }) => !known.has(clickId));
  if (awaited.length > 0) await insertAwaited(tx, awaited);
  const clicked = told.flatMap(({ clickId, clientId, at }) => {
    const click = known.get(clickId);
    return click ? [{ visitorId: click.visitorId, clickId, clientId, at }] : [];
  });
  tellWhose(tx, [...known.values()]);
  await bind(tx, [...named, ...clicked]);
}

/**
 * Clicks that are loaded. One that seems not to be is looked for again beside the loader: it may have looked for those who
 * wait before ours was written, and commit after we looked for the click. Then neither would ever find the other.
 */
async function knownClicks(tx: Tx, ids: readonly string[]): Promise<Map<string, ClickTouch>> {
  const known = new Map((await clicksById(tx, ids)).map((click) => [click.id, click]));
  const missing = ids.filter((id) => !known.has(id));
  if (missing.length === 0) return known;
  await waitForLoader(tx);
  for (const click of await clicksById(tx, missing)) known.set(click.id, click);
  return known;
}

export interface LoadedClick {
  readonly id: string;
  readonly visitorId: string;
  readonly linkId: string;
  readonly partnerId: string;
  readonly agreementId: string;
  /** By a person: others lead nobody and credit nobody. */
  readonly human: boolean;
}

/**
 * Called by the loader in the transaction that writes clicks: whoever awaited them is bound now. A browser that was bound
 * before its click came here has touched all the same: what was decided meanwhile is looked at again.
 */
export async function bindLoadedClicks(tx: Tx, clicks: readonly LoadedClick[]): Promise<void> {
  const people = new Map(clicks.flatMap((click) => (click.human ? [[click.id, click] as const] : [])));
  if (people.size === 0) return;
  const visitors = new Set([...people.values()].map((click) => click.visitorId));
  const known = await clientsOfVisitors(tx, [...visitors]);
  tellBound(tx, [...new Set([...known, ...(await meetAwaited(tx, people))])]);
}

/** Binds whoever awaited these clicks and credits their leads; answers those clients. */
export async function meetAwaited(
  tx: Tx,
  people: ReadonlyMap<string, Omit<LoadedClick, 'human'>>,
): Promise<string[]> {
  const awaited = await takeAwaited(tx, [...people.keys()]);
  if (awaited.length === 0) return [];
  const arrived = awaited.flatMap(({ clickId }) => people.get(clickId) ?? []);
  await creditAwaiting(tx, arrived);
  tellWhose(tx, arrived);
  await insertBindings(
    tx,
    onePer(
      awaited.flatMap(({ clickId, clientId, at }) => {
        const click = people.get(clickId);
        return click ? [{ visitorId: click.visitorId, clickId, clientId, at }] : [];
      }),
    ),
  );
  return awaited.map((one) => one.clientId);
}

async function bind(tx: Tx, bindings: readonly Binding[]): Promise<void> {
  if (bindings.length > 0) tellBound(tx, [...new Set(await insertBindings(tx, onePer(bindings)))]);
}

/** A click that was named with a lead or a sale is somebody's: who hears of the sale may name it to that partner only. */
function tellWhose(tx: Tx, clicks: readonly Pick<LoadedClick, 'id' | 'partnerId'>[]): void {
  emitParts(tx, clicks, (part) => ({
    type: 'click.bound',
    clicks: part.map(({ id, partnerId }) => ({ clickId: id, partnerId })),
  }));
}

export function tellBound(tx: Tx, clientIds: readonly string[]): void {
  for (let from = 0; from < clientIds.length; from += IDS_IN_EVENT_MAX)
    tx.emit({ type: 'visitor.bound', clientIds: clientIds.slice(from, from + IDS_IN_EVENT_MAX) });
}

/** The earliest of each pair: of two that name one row, the database takes whichever stands first. */
function onePer(bindings: readonly Binding[]): Binding[] {
  const latestFirst = bindings.toSorted((a, b) => b.at.getTime() - a.at.getTime());
  return [...new Map(latestFirst.map((one) => [`${one.clientId} ${one.visitorId}`, one])).values()];
}
