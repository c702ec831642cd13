import type { Tx } from '@mosty/kernel/context';
import type { Id } from '@mosty/kernel/id';
import type { Score } from '../contract/names.ts';
import { scoreOf } from '../domain/relevance.ts';
import { weighedNames, type Weighed, type WeighedAsked } from '../store/influence.ts';
import { profileScoresOf } from './profile-score.ts';

export type Scored = Weighed & { readonly score: Score };

/** Names with their scores, the most relevant first (S1.10). */
export async function scoredNames(tx: Tx, asked: WeighedAsked): Promise<Scored[]> {
  const names = await weighedNames(tx, asked);
  const partnerIds = names.flatMap(({ partnerId }) => partnerId ?? ([] as Id<'partner'>[]));
  const profiles = await profileScoresOf(tx, partnerIds);
  return names
    .map((name) => ({
      ...name,
      score: scoreOf({
        speakers: name.speakers,
        clients: name.clients,
        sources: name.bySource.length,
        profile: (name.partnerId && profiles.get(name.partnerId)?.score) ?? null,
        audience: name.audienceSize,
      }),
    }))
    .toSorted((a, b) => b.score.tenths - a.score.tenths || (a.id < b.id ? -1 : 1));
}
