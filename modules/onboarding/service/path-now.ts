import { isDeepStrictEqual } from 'node:util';
import { permit } from '@mosty/identity';
import type { Context, Tx } from '@mosty/kernel/context';
import { transact } from '@mosty/kernel/db';
import { refuse } from '@mosty/kernel/refusal';
import type { PathBody } from '../contract/path.ts';
import { SHIPPED_PATH } from '../domain/shipped/path.ts';
import { rights } from '../policy.ts';
import { insertPath, newestPath, type PathVersion } from '../store/path.ts';

/** The path as it holds now: what the company published last, else what the program ships. */
export async function pathNow(tx: Tx): Promise<PathVersion> {
  return (await newestPath(tx)) ?? { version: 0, body: SHIPPED_PATH, publishedAt: null, reason: null };
}

/** @throws onboarding.nothing_changed, onboarding.step_twice, onboarding.step_of_everybody_first, onboarding.no_such_option */
export function publishPath(ctx: Context, input: { body: PathBody; reason: string }): Promise<PathVersion> {
  return transact(ctx, async (tx) => {
    permit(tx, rights, 'launch.publish_path');
    const { body, reason } = input;
    const codes = body.steps.map(({ code }) => code);
    const twice = codes.find((code, place) => codes.indexOf(code) !== place);
    if (twice !== undefined) refuse('invalid', 'onboarding.step_twice', { code: twice });
    // Every kind begins with a step: the first one dates the launch.
    if (body.steps[0]?.kinds.length !== 0) refuse('invalid', 'onboarding.step_of_everybody_first', {});
    const wrong = body.steps.find(({ questions }) =>
      questions.some(({ right, ru, en }) => right >= Math.min(ru.options.length, en.options.length)),
    );
    if (wrong) refuse('invalid', 'onboarding.no_such_option', { code: wrong.code });
    const now = await pathNow(tx);
    // The database keeps names of fields in an order of its own.
    if (isDeepStrictEqual(body, now.body))
      refuse('conflict', 'onboarding.nothing_changed', { version: now.version });
    const next: PathVersion = { version: now.version + 1, body, reason, publishedAt: tx.now() };
    await insertPath(tx, next);
    tx.audit({
      verb: 'onboarding.publish_path',
      subject: tx.actor.id,
      reason,
      change: { version: next.version },
    });
    return next;
  });
}
