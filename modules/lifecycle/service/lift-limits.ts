import { keptPartner } from '@mosty/directory';
import { permit } from '@mosty/identity';
import type { Context } from '@mosty/kernel/context';
import { transact } from '@mosty/kernel/db';
import type { Id } from '@mosty/kernel/id';
import { refuse } from '@mosty/kernel/refusal';
import { rights } from '../policy.ts';
import { insertLifted } from '../store/limits.ts';
import { easeLimits, limitsOf } from './limits.ts';

/**
 * A person looked at a partner of the scaled path and answers for it. What launch and pilot allow stays until their gates:
 * nobody is trusted by a word instead of a pilot (S0.17).
 * @throws lifecycle.not_limited, lifecycle.limits_end_with_gate
 */
export function liftLimits(
  ctx: Context,
  { partnerId, reason }: { partnerId: Id<'partner'>; reason: string },
): Promise<void> {
  return transact(ctx, async (tx) => {
    permit(tx, rights, 'lifecycle.lift_limits');
    await keptPartner(tx, partnerId);
    const limit = (await limitsOf(tx, [partnerId])).get(partnerId);
    if (!limit) return refuse('not_now', 'lifecycle.not_limited', { partnerId });
    if (!limit.because.includes('start'))
      refuse('not_now', 'lifecycle.limits_end_with_gate', { stage: limit.because.join() });
    if (!(await insertLifted(tx, { partnerId, wayNo: limit.wayNo, reason })))
      refuse('conflict', 'lifecycle.not_limited', { partnerId });
    tx.audit({ verb: 'lifecycle.lift_limits', subject: partnerId, reason, change: { wayNo: limit.wayNo } });
    await easeLimits(tx, partnerId);
  });
}
