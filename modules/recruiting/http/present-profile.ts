import { may, namesOf } from '@mosty/identity';
import type { Tx } from '@mosty/kernel/context';
import type { Id } from '@mosty/kernel/id';
import { scoreProfile } from '../domain/profile-score.ts';
import { rights } from '../policy.ts';
import { profileNow } from '../service/publish-profile.ts';
import { answersOf, type AnswerRecord } from '../store/check.ts';
import { profileVersions } from '../store/profile.ts';

export async function presentProfile(tx: Tx) {
  const versions = await profileVersions(tx);
  const { version, body } = await profileNow(tx);
  const names = await namesOf(
    tx,
    versions.map((one) => one.publishedBy),
  );
  const told = versions.map((one) => ({
    version: one.version,
    reason: one.reason,
    publishedAt: one.publishedAt,
    publishedBy: names.get(one.publishedBy) ?? null,
  }));
  const [newest] = told;
  return {
    version,
    body,
    publishedAt: newest?.publishedAt ?? null,
    publishedBy: newest?.publishedBy ?? null,
    reason: newest?.reason ?? null,
    versions: told,
    can: { publish: may(tx, rights, 'profile.publish') },
  };
}

/** Who is the profile's partner and who is not, with the arithmetic. */
export async function presentScore(tx: Tx, partnerId: Id<'partner'>, given?: readonly AnswerRecord[]) {
  const answers = given ?? (await answersOf(tx, partnerId));
  const { version, body } = await profileNow(tx);
  const latest = new Map(
    answers
      .filter(({ question }) => question.startsWith('profile.'))
      .toReversed()
      .map((one) => [one.question.slice('profile.'.length), one]),
  );
  const names = await namesOf(
    tx,
    [...latest.values()].map((one) => one.byActor),
  );
  const scored = scoreProfile(body, new Map([...latest].map(([code, { answer }]) => [code, answer])));
  return {
    version,
    ...scored,
    lines: scored.lines.map((line) => {
      const said = latest.get(line.code);
      const { note } = (said?.detail ?? {}) as { note?: string | null };
      return {
        ...line,
        note: note ?? null,
        at: said?.at ?? null,
        by: said ? (names.get(said.byActor) ?? null) : null,
      };
    }),
  };
}
