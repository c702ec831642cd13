import type { Context } from '@mosty/kernel/context';
import { transact } from '@mosty/kernel/db';
import type { Click } from '../domain/click.ts';
import { insertClicks, lockClicks, makeClickMonths } from '../store/clicks.ts';
import { bindLoadedClicks } from './bind-visitors.ts';

/**
 * Writes clicks that were answered for, once each whatever is handed over twice, and binds those who were awaited by them.
 * Called by the loader of the spool, and by whoever has checked the right to tell of clicks. Answers how many were new.
 */
export function keepClicks(ctx: Context, clicks: readonly Click[]): Promise<number> {
  const [first] = clicks;
  if (first === undefined) return Promise.resolve(0);
  return transact(ctx, async (tx) => {
    await lockClicks(tx);
    const moments = clicks.map((click) => click.clickedAt.getTime());
    await makeClickMonths(tx, new Date(Math.min(...moments)), new Date(Math.max(...moments)));
    const written = await insertClicks(tx, clicks);
    await bindLoadedClicks(
      tx,
      clicks
        .filter((click) => written.has(click.id))
        .map(({ verdict, ...click }) => ({ ...click, human: verdict === 'human' })),
    );
    return written.size;
  });
}
