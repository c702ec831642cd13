import type { Tx } from '@mosty/kernel/context';
import { isId, type Id } from '@mosty/kernel/id';
import { clicksById, clicksOfVisitors, type ClickTouch } from '../store/touches.ts';
import { leadsOfClients } from '../store/leads.ts';
import { awaitedOf, visitorsOf } from '../store/visitors.ts';

/** A click or a lead of a client that somebody's link or code led to. */
export interface Touch {
  readonly clientId: Id<'client'>;
  readonly at: Date;
  readonly kind: 'click' | 'lead';
  readonly partnerId: Id<'partner'>;
  readonly agreementId: Id<'agreement'>;
  readonly linkId: Id<'link'> | null;
  readonly codeId: Id<'code'> | null;
  readonly clickId: string | null;
}

/**
 * What led each client to us between `since` and the latest moment asked about it (`until` included), oldest first.
 * Clicks of people only: bots, previews and prefetches lead nobody. A client without touches is not in the map.
 */
export async function touchesOfClients(
  tx: Tx,
  asked: readonly { clientId: string; until: Date }[],
  since: Date,
): Promise<Map<string, Touch[]>> {
  if (asked.length === 0) return new Map();
  const until = new Map<string, number>();
  for (const { clientId, until: at } of asked)
    until.set(clientId, Math.max(until.get(clientId) ?? 0, at.getTime()));
  const clientIds = [...until.keys()];
  const latest = new Date(Math.max(...until.values()));
  const touches = [
    ...(await leadTouches(tx, clientIds)),
    ...(await clickTouches(tx, clientIds, since, latest)),
  ];
  const within = touches.filter(
    ({ clientId, at }) => at >= since && at.getTime() <= (until.get(clientId) ?? 0),
  );
  within.sort((a, b) => a.at.getTime() - b.at.getTime() || (a.agreementId < b.agreementId ? -1 : 1));
  return Map.groupBy(within, (touch) => touch.clientId);
}

async function leadTouches(tx: Tx, clientIds: readonly string[]): Promise<Touch[]> {
  return (await leadsOfClients(tx, clientIds)).flatMap(
    ({ clientId, occurredAt, partnerId, agreementId, linkId, codeId, clickId }) =>
      partnerId && agreementId
        ? [
            {
              clientId,
              at: occurredAt,
              kind: 'lead' as const,
              partnerId,
              agreementId,
              linkId,
              codeId,
              clickId,
            },
          ]
        : [],
  );
}

/**
 * By the visitors that each client was. A click that was told before it was loaded is looked for by its id as well: whoever
 * told it may have come between the loader's reading and its commit.
 */
async function clickTouches(
  tx: Tx,
  clientIds: readonly string[],
  since: Date,
  until: Date,
): Promise<Touch[]> {
  const clientsOf = new Map<string, Set<string>>();
  const note = (visitorId: string, clientId: string) =>
    clientsOf.set(visitorId, (clientsOf.get(visitorId) ?? new Set()).add(clientId));
  for (const { visitorId, clientId } of await visitorsOf(tx, clientIds)) note(visitorId, clientId);
  const awaited = await awaitedOf(tx, clientIds);
  const arrived = new Map(
    (
      await clicksById(
        tx,
        awaited.map((one) => one.clickId),
      )
    ).map((click) => [click.id, click.visitorId]),
  );
  for (const { clickId, clientId } of awaited) {
    const visitorId = arrived.get(clickId);
    if (visitorId !== undefined) note(visitorId, clientId);
  }
  const clicks = await clicksOfVisitors(tx, [...clientsOf.keys()], since, until);
  return clicks.flatMap((click) =>
    [...(clientsOf.get(click.visitorId) ?? [])].map((clientId) => touchOf(click, clientId as Id<'client'>)),
  );
}

/** A code that was followed as `?via=` stands where a link would. */
function touchOf({ id, at, linkId, partnerId, agreementId }: ClickTouch, clientId: Id<'client'>): Touch {
  return {
    clientId,
    at,
    kind: 'click',
    partnerId,
    agreementId,
    linkId: isId('link', linkId) ? linkId : null,
    codeId: isId('code', linkId) ? linkId : null,
    clickId: id,
  };
}
