import type { Reaction } from '@mosty/kernel/events';
import { callPartnersWhenTheyEarn } from './reactions/call-partners-when-they-earn.ts';
import { queueDeliveriesWhenSomethingHappens } from './reactions/queue-deliveries-when-something-happens.ts';
import { wakeFeedsWhenSomethingHappens } from './reactions/wake-feeds-when-something-happens.ts';

/** Each in a file of its own, `reactions/do-this-when-that.ts`; safe to repeat. */
export const webhooksReactions: readonly Reaction[] = [
  queueDeliveriesWhenSomethingHappens,
  callPartnersWhenTheyEarn,
  wakeFeedsWhenSomethingHappens,
];
