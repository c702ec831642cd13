import type { Round } from '@mosty/identity';
import { transact } from '@mosty/kernel/db';
import { lacksOrigins, rebuildClickDays } from '../store/clicks.ts';

/** Where people came from is counted since 0040; what was clicked before is counted once, after that upgrade. */
export const fillOrigins: Round = {
  name: 'tracking.fill_origins',
  run: (ctx) =>
    transact(ctx, async (tx) => {
      if (await lacksOrigins(tx)) await rebuildClickDays(tx);
    }),
};
