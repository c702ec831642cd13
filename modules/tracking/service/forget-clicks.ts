import type { Round } from '@mosty/identity';
import type { Context, Tx } from '@mosty/kernel/context';
import { look, transact } from '@mosty/kernel/db';
import { addDays, businessDateOf, startOfDay, type BusinessDate } from '@mosty/kernel/time';
import { lockClicks } from '../store/clicks.ts';
import { forgetBindings, forgetClicks, forgottenBefore, saveForgotten } from '../store/forgotten.ts';
import { findVisitorPolicy } from '../store/visitor-policy.ts';

const CLICKS_AT_ONCE = 20_000;
const VISITORS_AT_ONCE = 5_000;

/**
 * Visits older than the company keeps them are forgotten once a day, and with them whose browser it was. What was counted
 * of them stays: sums tell of nobody. A decision keeps the touches it was made from.
 */
export const forgetOldClicks: Round = {
  name: 'tracking.forget_old_clicks',
  async run(ctx) {
    const due = await look(ctx, async (tx) => {
      const { keepDays } = await findVisitorPolicy(tx);
      const day = addDays(businessDateOf(tx.now(), tx.zone), -keepDays);
      const done = await forgottenBefore(tx);
      return done !== null && done >= day ? null : { day, before: startOfDay(day, tx.zone) };
    });
    if (due === null) return;
    let clicks = 0;
    for (let some = CLICKS_AT_ONCE; some >= CLICKS_AT_ONCE; clicks += some) some = await forgetSome(ctx, due);
    await transact(ctx, async (tx) => {
      const bindings = await everyBinding(tx, due.before);
      if (clicks + bindings > 0)
        tx.audit({
          verb: 'tracking.forget_clicks',
          subject: tx.workspaceId,
          change: { before: due.day, clicks, bindings },
        });
    });
  },
};

/** Days that begin to be forgotten are not counted anew from that moment on. */
function forgetSome(ctx: Context, due: { day: BusinessDate; before: Date }): Promise<number> {
  return transact(ctx, async (tx) => {
    await lockClicks(tx);
    await saveForgotten(tx, due.day);
    return forgetClicks(tx, due.before, CLICKS_AT_ONCE);
  });
}

async function everyBinding(tx: Tx, before: Date): Promise<number> {
  let all = 0;
  for (let after: string | null = ''; after !== null; ) {
    const { forgotten, next } = await forgetBindings(tx, { before, after, most: VISITORS_AT_ONCE });
    all += forgotten;
    after = next;
  }
  return all;
}
