import * as z from 'zod';
import { defineReaction } from '@mosty/kernel/events';
import { businessDate } from '@mosty/kernel/time';
import { rebuildRollups, refreshRollups } from '../service/refresh-rollups.ts';

/** Days of the company's calendar that the facts of the batch fall on. */
const bodySchema = z.looseObject({ days: z.array(z.iso.date().transform(businessDate)).optional() });

/**
 * Facts were recorded, taken back or priced: their days are added up again. Many events make one pass.
 * An event that does not name its days could have touched any of them, so everything is built again.
 */
export const refreshWhenFactsChange = defineReaction({
  name: 'insight.refresh-when-facts-change',
  on: [
    'sale.recorded',
    'sale.reversed',
    'sale.redecided',
    'refund.recorded',
    'refund.reversed',
    'cost.recorded',
    'cost.reversed',
    'accrual.created',
  ],
  async run(tx, events) {
    const bodies = events.map((event) => bodySchema.parse(event.body));
    if (bodies.some((body) => body.days === undefined)) {
      await rebuildRollups(tx);
      return;
    }
    const days = [...new Set(bodies.flatMap((body) => body.days ?? []))];
    if (days.length > 0) await refreshRollups(tx, { days });
  },
});
