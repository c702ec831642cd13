import * as z from 'zod';
import { defineReaction } from '@mosty/kernel/events';
import { resettleConcerned } from '../service/resettle-open.ts';

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
    const all = (of: 'clientIds' | 'dealIds' | 'saleIds') => [...new Set(bodies.flatMap((body) => body[of]))];
    await resettleConcerned(tx, {
      clientIds: all('clientIds'),
      dealIds: all('dealIds'),
      saleIds: all('saleIds'),
    });
  },
});
