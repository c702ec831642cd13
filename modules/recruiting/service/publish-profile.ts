import { isDeepStrictEqual } from 'node:util';
import { permit } from '@mosty/identity';
import type { Context, Tx } from '@mosty/kernel/context';
import { transact } from '@mosty/kernel/db';
import { refuse } from '@mosty/kernel/refusal';
import type { ProfileBody } from '../contract/profile.ts';
import { SHIPPED_PROFILE } from '../domain/shipped/profile.ts';
import { rights } from '../policy.ts';
import { insertProfile, newestProfile } from '../store/profile.ts';

/** The profile as it holds now: what the company published last, else what the program ships. */
export async function profileNow(tx: Tx): Promise<{ version: number; body: ProfileBody }> {
  return (await newestProfile(tx)) ?? { version: 0, body: SHIPPED_PROFILE };
}

/** @throws recruiting.trait_twice, recruiting.trait_without_words, recruiting.profile_unchanged */
export function publishProfile(
  ctx: Context,
  input: { body: ProfileBody; reason: string },
): Promise<{ version: number }> {
  return transact(ctx, async (tx) => {
    permit(tx, rights, 'profile.publish');
    const { body, reason } = input;
    const codes = body.traits.map(({ code }) => code);
    const twice = codes.find((code, place) => codes.indexOf(code) !== place);
    if (twice !== undefined) refuse('invalid', 'recruiting.trait_twice', { code: twice });
    const shipped = new Set(SHIPPED_PROFILE.traits.map(({ code }) => code));
    const silent = body.traits.find(({ code, says }) => says === null && !shipped.has(code));
    if (silent) refuse('invalid', 'recruiting.trait_without_words', { code: silent.code });
    const now = await profileNow(tx);
    if (isDeepStrictEqual(body, now.body))
      refuse('conflict', 'recruiting.profile_unchanged', { version: now.version });
    const version = now.version + 1;
    await insertProfile(tx, { version, body, reason });
    tx.audit({ verb: 'recruiting.publish_profile', subject: tx.actor.id, reason, change: { version } });
    return { version };
  });
}
