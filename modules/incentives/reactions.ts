import type { Reaction } from '@mosty/kernel/events';
import { resettleWhenAgreementLaunches } from './reactions/resettle-when-agreement-launches.ts';
import { resettleWhenFactsComeLate } from './reactions/resettle-when-facts-come-late.ts';
import { resettleWhenPolicyChanges } from './reactions/resettle-when-policy-changes.ts';

export const incentivesReactions: readonly Reaction[] = [
  resettleWhenAgreementLaunches,
  resettleWhenFactsComeLate,
  resettleWhenPolicyChanges,
];
