import * as z from 'zod';
import type { Tx } from '@mosty/kernel/context';
import { defineReaction, eventsBetween, type KeptEvent } from '@mosty/kernel/events';
import { resettleConcerned } from '../service/resettle-open.ts';

const ids = z.array(z.string()).default([]);
const bodySchema = z.looseObject({ clientIds: ids, dealIds: ids, saleIds: ids });
const soldSchema = z.looseObject({ sales: z.array(z.looseObject({ clientId: z.string().nullable() })) });

/** What a decision is made of, learned. */
const FACTS = [
  'visitor.bound',
  'client.merged',
  'lead.created',
  'deal.approved',
  'deal.expired',
  'deal.withdrawn',
  'deal.linked',
  'deal.lost',
  'deal.reopened',
  'deal.roles_changed',
];
const SOLD = 'sale.created';
/** No telling of a lead or a deal takes longer from its beginning to its commit. */
const TELLS_MS_MAX = 60_000;
/** By number, for events have no index by time; more do not happen in that minute. */
const LOOKS_BACK = 20_000n;

/**
 * A click, a lead or a deal of a client is learned of after its sale: what is open of the client is decided again, so
 * that facts in any order come to the same. Where nothing is said differently nothing is written. A sale that was being
 * recorded while the fact was told had looked before and was not there yet when the fact was reacted to: so sales look
 * back at what was told in the minute before them.
 */
export const resettleWhenFactsComeLate = defineReaction({
  name: 'incentives.resettle-when-facts-come-late',
  on: [...FACTS, SOLD],
  async run(tx, events) {
    const facts = events.filter(({ type }) => type !== SOLD);
    const missed = await toldBesideSales(
      tx,
      events.filter(({ type }) => type === SOLD),
    );
    const bodies = [...facts, ...missed].map(({ body }) => bodySchema.parse(body));
    const all = (of: 'clientIds' | 'dealIds' | 'saleIds') => [...new Set(bodies.flatMap((body) => body[of]))];
    await resettleConcerned(tx, {
      clientIds: all('clientIds'),
      dealIds: all('dealIds'),
      saleIds: all('saleIds'),
    });
  },
});

/** Facts that speak of the sold clients, or of a deal, and were told while the sales were being recorded. */
async function toldBesideSales(tx: Tx, sold: readonly KeptEvent[]): Promise<KeptEvent[]> {
  const last = sold.at(-1);
  if (!last) return [];
  const moments = sold.map(({ at }) => at.getTime());
  const told = await eventsBetween(tx, {
    seq: last.seq - LOOKS_BACK,
    from: new Date(Math.min(...moments) - TELLS_MS_MAX),
    to: new Date(Math.max(...moments) + TELLS_MS_MAX),
    types: FACTS,
    limit: Number(LOOKS_BACK),
  });
  if (told.length === 0) return [];
  const clients = new Set(
    sold.flatMap(({ body }) => soldSchema.parse(body).sales.flatMap(({ clientId }) => clientId ?? [])),
  );
  return told.filter(({ body }) => {
    const { clientIds, dealIds } = bodySchema.parse(body);
    return dealIds.length > 0 || clientIds.some((id) => clients.has(id));
  });
}
