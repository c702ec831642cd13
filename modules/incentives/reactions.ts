import type { Reaction } from '@mosty/kernel/events';
import { resettleWhenFactsComeLate } from './reactions/resettle-when-facts-come-late.ts';
import { resettleWhenPolicyChanges } from './reactions/resettle-when-policy-changes.ts';

export const incentivesReactions: readonly Reaction[] = [
  resettleWhenFactsComeLate,
  resettleWhenPolicyChanges,
];
