import type { Tx } from '@mosty/kernel/context';
import type { KeptEvent } from '@mosty/kernel/events';
import { callsOf, clickOwners, leadClicks, salesTold, type Call } from '../domain/postback-calls.ts';
import { wakeDeliveries } from './wake.ts';
import { insertDeliveries, type NewDelivery } from '../store/deliveries.ts';
import { clicksBehind, keepClicks, keepOwners, listPostbacks, ownersOf } from '../store/postbacks.ts';

/** A call for each lead, sale or approved accrual of a partner that asked for it, each once. */
export async function callPartners(tx: Tx, events: readonly KeptEvent[]): Promise<void> {
  await rememberClicks(tx, events);
  const postbacks = (await listPostbacks(tx, null)).filter(({ state }) => state === 'on');
  if (postbacks.length === 0) return;
  const calls = events.flatMap((event) =>
    callsOf(event).flatMap((call) =>
      postbacks
        .filter(
          ({ partnerId, about, createdAt }) =>
            partnerId === call.partnerId && about === call.about && event.at >= createdAt,
        )
        .map((postback) => ({ event, call, postback })),
    ),
  );
  const clickOf = await clickFinder(
    tx,
    calls.map(({ call }) => call),
  );
  const deliveries = calls.map(({ event, call, postback }): NewDelivery => {
    return {
      id: tx.id('delivery'),
      targetId: postback.id,
      partnerId: postback.partnerId,
      eventId: event.id,
      eventSeq: event.seq,
      type: event.type,
      occurredAt: event.at,
      item: call.item,
      fill: { ...call.fill, event_id: event.id, click_id: clickOf(call) },
    };
  });
  if ((await insertDeliveries(tx, deliveries)) > 0) tx.afterCommit(wakeDeliveries);
}

/** A sale's own click, and those its client came by: kept with the sale, for an approval comes weeks later. */
async function rememberClicks(tx: Tx, events: readonly KeptEvent[]): Promise<void> {
  await keepOwners(tx, events.flatMap(clickOwners));
  await keepClicks(tx, events.flatMap(leadClicks));
  const sales = events.flatMap(salesTold);
  const ofClients = Map.groupBy(
    await clicksBehind(tx, [...new Set(sales.flatMap(({ clientId }) => (clientId ? [clientId] : [])))]),
    ({ subjectId }) => subjectId,
  );
  await keepClicks(
    tx,
    sales.flatMap(({ saleId, clickId, clientId }) =>
      [clickId, ...(ofClients.get(clientId ?? '') ?? []).map((one) => one.clickId)].flatMap((one) =>
        one ? [{ subjectId: saleId, clickId: one }] : [],
      ),
    ),
  );
}

/**
 * Several partners earn on one sale, and a click is known to the one whose link or code it followed: the others would
 * learn by it of a browser that never came to them. Of several of its own, the one told with the sale, else the first.
 */
async function clickFinder(tx: Tx, calls: readonly Call[]): Promise<(call: Call) => string> {
  const behind = Map.groupBy(
    await clicksBehind(tx, [...new Set(calls.flatMap(({ saleId }) => saleId ?? []))]),
    ({ subjectId }) => subjectId,
  );
  const owners = await ownersOf(
    tx,
    calls.flatMap(({ clickId }) => clickId ?? []),
  );
  return ({ saleId, clickId, partnerId }) => {
    if (clickId) return owners.get(clickId) === partnerId ? clickId : '';
    return behind.get(saleId ?? '')?.find((one) => one.partnerId === partnerId)?.clickId ?? '';
  };
}
