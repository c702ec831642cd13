import { defineLimitUse, limitsOf } from '@mosty/lifecycle';
import type { Tx } from '@mosty/kernel/context';
import type { Id } from '@mosty/kernel/id';
import { refuse } from '@mosty/kernel/refusal';
import { countOpenOf } from '../store/deals.ts';

/**
 * A partner that is not trusted yet keeps so many deals open and no more (S0.18). Under `holdRegistrations`: of two at once
 * one is the last.
 * @param states which of its open deals count
 * @throws deals.stage_limit
 */
export async function mustFitStage(
  tx: Tx,
  partnerId: Id<'partner'>,
  states: readonly ('pending' | 'approved' | 'conflicted')[],
): Promise<void> {
  const limit = (await limitsOf(tx, [partnerId])).get(partnerId);
  if (!limit || limit.dealsMax === null) return;
  if ((await countOpenOf(tx, partnerId, states)) >= limit.dealsMax)
    refuse('limit', 'deals.stage_limit', { most: limit.dealsMax, stage: limit.because.join() });
}

export const OPEN = ['pending', 'approved', 'conflicted'] as const;

defineLimitUse('deals', async (tx, { partnerId }) => BigInt(await countOpenOf(tx, partnerId, OPEN)));
