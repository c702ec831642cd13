import type { Tx } from '@mosty/kernel/context';
import type { KeptEvent } from '@mosty/kernel/events';
import { callsOf, leadClicks, salesTold } from '../domain/postback-calls.ts';
import { wakeDeliveries } from './wake.ts';
import { insertDeliveries, type NewDelivery } from '../store/deliveries.ts';
import { clicksBehind, keepClicks, listPostbacks, type ClickBehind } from '../store/postbacks.ts';

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
    calls.flatMap(({ call }) => (call.saleId ? [call.saleId] : [])),
  );
  const deliveries = calls.map(({ event, call, postback }): NewDelivery => {
    const clickId = call.clickId ?? (call.saleId ? clickOf(call.saleId, call.partnerId) : null);
    return {
      id: tx.id('delivery'),
      targetId: postback.id,
      partnerId: postback.partnerId,
      eventId: event.id,
      eventSeq: event.seq,
      type: event.type,
      occurredAt: event.at,
      item: call.item,
      fill: { ...call.fill, event_id: event.id, click_id: clickId ?? '' },
    };
  });
  if ((await insertDeliveries(tx, deliveries)) > 0) tx.afterCommit(wakeDeliveries);
}

/** A sale's own click, else the one its client came by: kept with the sale, for an approval comes weeks later. */
async function rememberClicks(tx: Tx, events: readonly KeptEvent[]): Promise<void> {
  await keepClicks(
    tx,
    events.flatMap(leadClicks).map(({ clientId, ...click }) => ({ ...click, subjectId: clientId })),
  );
  const sales = events.flatMap(salesTold);
  const ofClients = await clicksBehind(tx, [
    ...new Set(sales.flatMap(({ clientId }) => (clientId ? [clientId] : []))),
  ]);
  await keepClicks(
    tx,
    sales.flatMap(({ saleId, clickId, clientId }): ClickBehind[] => [
      ...(clickId ? [{ subjectId: saleId, partnerId: '', clickId }] : []),
      ...ofClients
        .filter(({ subjectId }) => subjectId === clientId)
        .map((click) => ({ ...click, subjectId: saleId })),
    ]),
  );
}

async function clickFinder(tx: Tx, saleIds: readonly string[]) {
  const known = new Map(
    (await clicksBehind(tx, [...new Set(saleIds)])).map((one) => [
      `${one.subjectId}/${one.partnerId}`,
      one.clickId,
    ]),
  );
  return (saleId: string, partnerId: string): string | null =>
    known.get(`${saleId}/${partnerId}`) ?? known.get(`${saleId}/`) ?? null;
}
