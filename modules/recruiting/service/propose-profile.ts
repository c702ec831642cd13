import type { Tx } from '@mosty/kernel/context';
import { businessDateOf } from '@mosty/kernel/time';
import { bestOf, ENOUGH_BEST, proposeWeights } from '../domain/propose-profile.ts';
import { paidSince, traitAnswers } from '../store/profile.ts';
import { profileNow } from './publish-profile.ts';

/** What the best partners of the last twelve months have in common (S1.13). Numbers propose; a person publishes. */
export async function proposeProfile(tx: Tx) {
  const { body } = await profileNow(tx);
  const today = businessDateOf(tx.now(), tx.zone);
  const month = `${Number(today.slice(0, 4)) - 1}${today.slice(4, 7)}-01`;
  const best = bestOf(await paidSince(tx, month));
  const answers = await traitAnswers(tx, 'all');
  const answered = new Set(answers.map(({ partnerId }) => partnerId));
  const known = [...answered].filter((partnerId) => best.has(partnerId)).length;
  return {
    best: known,
    others: answered.size - known,
    needs: known < ENOUGH_BEST ? ENOUGH_BEST - known : null,
    traits: proposeWeights(body, answers, best),
  };
}
