import type { Id } from '@mosty/kernel/id';
import { businessDateOf } from '@mosty/kernel/time';
import { defineAudienceFit } from '@mosty/scores';
import type { CheckAnswer } from '../contract/profile.ts';
import { scoreProfile } from '../domain/profile-score.ts';
import { traitAnswers } from '../store/profile.ts';
import { profileNow } from './publish-profile.ts';

/** How a partner's audience fits the profile in force: for trust. What is not known yet gives nothing. */
defineAudienceFit(async (tx, partnerIds) => {
  const { body } = await profileNow(tx);
  const answered = new Map<string, { answers: Map<string, CheckAnswer>; at: Date }>();
  for (const { partnerId, code, answer, at } of await traitAnswers(tx, partnerIds as Id<'partner'>[])) {
    if (answer === 'unknown') continue;
    const own = answered.get(partnerId) ?? { answers: new Map<string, CheckAnswer>(), at };
    answered.set(partnerId, { answers: own.answers.set(code, answer), at: at > own.at ? at : own.at });
  }
  return new Map(
    [...answered].map(([partnerId, { answers, at }]) => {
      const { score } = scoreProfile(body, answers);
      return [partnerId, { share: score / 100, answers: answers.size, on: businessDateOf(at, tx.zone) }];
    }),
  );
});
