import type { Tx } from '@mosty/kernel/context';
import type { Id } from '@mosty/kernel/id';

export interface ProfileScore {
  /** 0…100: how a partner meets the ideal partner profile. */
  readonly score: number;
  /** From how many points on the profile counts as met. */
  readonly threshold: number;
}

/** Scores of these partners against the profile in force; who has not answered it has none. */
export async function profileScoresOf(
  _tx: Tx,
  _partnerIds: readonly Id<'partner'>[],
): Promise<ReadonlyMap<Id<'partner'>, ProfileScore>> {
  return new Map();
}
