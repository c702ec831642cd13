import type { Round } from '@mosty/identity';
import { transact } from '@mosty/kernel/db';
import { clicksById } from '../store/touches.ts';
import { forgetAwaited, nextAwaited } from '../store/visitors.ts';
import { meetAwaited, tellBound } from './bind-visitors.ts';

const AT_ONCE = 1_000;
/** A spool that waits longer for its database has lost it; a click of a machine is awaited in vain. */
const AWAITED_MS = 30 * 86_400_000;

/**
 * Facts that named a click before it came are met by the loader. Whatever it missed, after a restored backup for one, is
 * met here, and what never comes is awaited no more.
 */
export const meetAwaitedClicks: Round = {
  name: 'tracking.meet_awaited_clicks',
  async run(ctx) {
    for (let after: string | undefined = ''; after !== undefined; ) {
      const begin: string = after;
      after = await transact(ctx, async (tx) => {
        const ids = await nextAwaited(tx, begin, AT_ONCE);
        const known = new Map((await clicksById(tx, ids)).map((click) => [click.id, click]));
        if (known.size > 0) tellBound(tx, [...new Set(await meetAwaited(tx, known))]);
        return ids.length < AT_ONCE ? undefined : ids.at(-1);
      });
    }
    await transact(ctx, (tx) => forgetAwaited(tx, new Date(tx.now().getTime() - AWAITED_MS)));
  },
};
