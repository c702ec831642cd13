import * as z from 'zod';
import { defineReaction } from '@mosty/kernel/events';
import { applyPolicyInPart } from '../service/resettle-open.ts';

const bodySchema = z.looseObject({ number: z.int(), after: z.string().default('') });

/**
 * Other rules are in force: open sales are settled again, some hundreds a transaction. Each part names the next one,
 * so a stop in between loses nothing and repeats nothing; newer rules end the walk of older ones.
 */
export const resettleWhenPolicyChanges = defineReaction({
  name: 'incentives.resettle-when-policy-changes',
  on: ['policy.published', 'policy.applied_in_part'],
  async run(tx, events) {
    const steps = events.map(({ body }) => bodySchema.parse(body));
    const newest = Math.max(...steps.map(({ number }) => number));
    // Of the newest rules the furthest step: the parts before it are done.
    const after = steps.filter(({ number }) => number === newest).at(-1)?.after ?? '';
    await applyPolicyInPart(tx, { number: newest, after });
  },
});
