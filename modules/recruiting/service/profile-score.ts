import type { Tx } from '@mosty/kernel/context';
import type { Id } from '@mosty/kernel/id';
import type { CheckAnswer } from '../contract/profile.ts';
import { scoreProfile } from '../domain/profile-score.ts';
import { traitAnswers } from '../store/profile.ts';
import { profileNow } from './publish-profile.ts';

export interface ProfileScore {
  /** 0…100: how a partner meets the ideal partner profile; 0 while a must is not met. */
  readonly score: number;
  /** From how many points on the profile counts as met. */
  readonly threshold: number;
}

/** Scores of these partners against the profile in force; who has not answered it has none. */
export async function profileScoresOf(
  tx: Tx,
  partnerIds: readonly Id<'partner'>[],
): Promise<ReadonlyMap<Id<'partner'>, ProfileScore>> {
  if (partnerIds.length === 0) return new Map();
  const { body } = await profileNow(tx);
  const answered = new Map<Id<'partner'>, Map<string, CheckAnswer>>();
  for (const { partnerId, code, answer } of await traitAnswers(tx, partnerIds)) {
    const own = answered.get(partnerId) ?? new Map<string, CheckAnswer>();
    answered.set(partnerId, own.set(code, answer));
  }
  return new Map(
    [...answered].map(([partnerId, answers]) => {
      const { score, threshold } = scoreProfile(body, answers);
      return [partnerId, { score, threshold }];
    }),
  );
}
