import * as z from 'zod';
import { defineReaction } from '@mosty/kernel/events';
import { resettleSales } from '../service/resettle.ts';
import { concernedBy, openAmong, openSalesOfClients } from '../store/open-sales.ts';

const DAY_MS = 86_400_000;
/** No window of a policy is longer: a touch learned of now cannot speak for a sale before that. */
const LOOKS_BACK_DAYS = 730;
const AT_ONCE = 500;

const ids = z.array(z.string()).default([]);
const bodySchema = z.looseObject({ clientIds: ids, dealIds: ids, saleIds: ids });

/**
 * A click, a lead or a deal of a client is learned of after its sale: what is open of the client is decided again, so
 * that facts in any order come to the same. Where nothing is said differently nothing is written.
 */
export const resettleWhenFactsComeLate = defineReaction({
  name: 'incentives.resettle-when-facts-come-late',
  on: [
    'visitor.bound',
    'lead.created',
    'deal.approved',
    'deal.expired',
    'deal.withdrawn',
    'deal.linked',
    'deal.lost',
    'deal.reopened',
    'deal.roles_changed',
  ],
  async run(tx, events) {
    const bodies = events.map(({ body }) => bodySchema.parse(body));
    const told = await concernedBy(tx, [...new Set(bodies.flatMap(({ dealIds }) => dealIds))]);
    const clientIds = [...new Set([...bodies.flatMap((body) => body.clientIds), ...told.clientIds])];
    const since = new Date(tx.now().getTime() - LOOKS_BACK_DAYS * DAY_MS);
    const named = await openAmong(tx, [...new Set(bodies.flatMap((body) => body.saleIds))]);
    const saleIds = [
      ...new Set([...(await openSalesOfClients(tx, clientIds, since)), ...told.saleIds, ...named]),
    ];
    for (let from = 0; from < saleIds.length; from += AT_ONCE)
      await resettleSales(tx, { saleIds: saleIds.slice(from, from + AT_ONCE), reason: 'facts_came_late' });
  },
});
