import { isDeepStrictEqual } from 'node:util';
import { KINDS } from '@mosty/agreements/contract';
import { TRACKS } from '@mosty/directory/contract';
import { permit } from '@mosty/identity';
import type { Context, Tx } from '@mosty/kernel/context';
import { transact } from '@mosty/kernel/db';
import { refuse } from '@mosty/kernel/refusal';
import type { FrameworkBody } from '../contract/framework.ts';
import { SHIPPED_FRAMEWORK } from '../domain/shipped/framework.ts';
import { rights } from '../policy.ts';
import { insertFramework, newestFramework } from '../store/framework.ts';

/** The document as it holds now: what the company published last, else what the program ships. */
export async function frameworkNow(tx: Tx): Promise<{
  version: number;
  body: FrameworkBody;
  publishedAt: Date | null;
  reason: string | null;
}> {
  return (
    (await newestFramework(tx)) ?? { version: 0, body: SHIPPED_FRAMEWORK, publishedAt: null, reason: null }
  );
}

/** @throws framework.nothing_changed, framework.twice (a kind, a track or a code of a threshold), framework.left_out */
export function publishFramework(
  ctx: Context,
  input: { body: FrameworkBody; reason: string },
): Promise<{ version: number }> {
  return transact(ctx, async (tx) => {
    permit(tx, rights, 'framework.publish');
    const { body, reason } = input;
    const named: string[] = [
      ...body.kinds.map(({ kind }) => kind),
      ...body.tracks.map(({ track }) => track),
      ...body.thresholds.map(({ code }) => code),
    ];
    const twice = named.find((name, place) => named.indexOf(name) !== place);
    if (twice !== undefined) refuse('invalid', 'framework.twice', { name: twice });
    const leftOut = [...KINDS, ...TRACKS].find((name) => !named.includes(name));
    if (leftOut !== undefined) refuse('invalid', 'framework.left_out', { name: leftOut });
    const now = await frameworkNow(tx);
    if (isDeepStrictEqual(body, now.body))
      refuse('conflict', 'framework.nothing_changed', { version: now.version });
    const version = now.version + 1;
    await insertFramework(tx, { version, body, reason, publishedAt: tx.now() });
    tx.audit({ verb: 'framework.publish_framework', subject: tx.actor.id, reason, change: { version } });
    return { version };
  });
}
