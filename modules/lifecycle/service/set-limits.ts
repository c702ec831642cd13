import { permit } from '@mosty/identity';
import type { Context } from '@mosty/kernel/context';
import { transact } from '@mosty/kernel/db';
import type { Limits } from '../domain/limits.ts';
import { rights } from '../policy.ts';
import { insertLimits, type LimitVersion } from '../store/limits.ts';
import { orViolation } from '../store/violations.ts';
import { limitsNow } from './limits.ts';

/** A new version of what partners may do before they are trusted. @throws lifecycle.limits_changed_meanwhile */
export function publishLimits(
  ctx: Context,
  { limits, reason }: { limits: Limits; reason: string },
): Promise<LimitVersion> {
  return transact(ctx, async (tx) => {
    permit(tx, rights, 'lifecycle.set_limits');
    const { version } = await limitsNow(tx);
    const next = {
      version: version + 1,
      currency: tx.currency,
      limits,
      reason,
      at: tx.now(),
      by: tx.actor.id,
    };
    await orViolation(insertLimits(tx, next));
    tx.audit({
      verb: 'lifecycle.publish_limits',
      subject: tx.workspaceId,
      reason,
      change: { version: next.version },
    });
    return next;
  });
}
