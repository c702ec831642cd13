import { findWorkspace, type Round } from '@mosty/identity';
import type { Context } from '@mosty/kernel/context';
import { transact } from '@mosty/kernel/db';
import { businessDateOf } from '@mosty/kernel/time';
import { hasCrossed } from '../domain/crossed.ts';
import { countFor, insertCrossing, proposedLately } from '../store/crossings.ts';
import { frameworkNow } from './publish-framework.ts';

const A_NO_HOLDS_MS = 180 * 86_400_000;

/** Looks who stands beyond a line and writes it down with its number; a person decides (S1.33). Safe to repeat. */
export function proposeCrossings(ctx: Context): Promise<{ proposed: number }> {
  return transact(ctx, async (tx) => {
    const { version, body } = await frameworkNow(tx);
    const currency = (await findWorkspace(tx))?.currency ?? 'RUB';
    const today = businessDateOf(tx.now(), tx.zone);
    const since = new Date(tx.now().getTime() - A_NO_HOLDS_MS);
    let proposed = 0;
    for (const rule of body.thresholds) {
      const lately = await proposedLately(tx, rule.code, since);
      const crossed = (await countFor(tx, rule, currency, today)).filter(
        (one) => hasCrossed(rule, one) && !lately.has(one.partnerId),
      );
      for (const { partnerId, found } of crossed) {
        const id = tx.id('crossing');
        const written = await insertCrossing(tx, {
          id,
          partnerId: partnerId as Parameters<typeof insertCrossing>[1]['partnerId'],
          code: rule.code,
          version,
          rule,
          found,
          proposedAt: tx.now(),
          state: 'open',
          reason: null,
        });
        if (written) proposed += 1;
      }
    }
    return { proposed };
  });
}

export const lookForCrossings: Round = { name: 'framework.propose_crossings', run: proposeCrossings };
