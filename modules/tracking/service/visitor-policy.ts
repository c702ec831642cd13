import { permit } from '@mosty/identity';
import type { Context, Tx } from '@mosty/kernel/context';
import { transact } from '@mosty/kernel/db';
import type { BusinessDate } from '@mosty/kernel/time';
import type { VisitorPolicySet } from '../contract/visitor-policy.ts';
import { rights } from '../policy.ts';
import { forgottenBefore } from '../store/forgotten.ts';
import { findVisitorPolicy, saveVisitorPolicy } from '../store/visitor-policy.ts';

export interface VisitorPolicyNow extends VisitorPolicySet {
  readonly keptSince: BusinessDate | null;
}

export async function visitorPolicy(tx: Tx): Promise<VisitorPolicyNow> {
  return { ...(await findVisitorPolicy(tx)), keptSince: await forgottenBefore(tx) };
}

/** Sets consent and memory. The redirect goes by it within seconds; what is too old is forgotten by the next round. */
export function setVisitorPolicy(ctx: Context, input: VisitorPolicySet): Promise<VisitorPolicyNow> {
  return transact(ctx, async (tx) => {
    permit(tx, rights, 'visitor_policy.set');
    const before = await findVisitorPolicy(tx);
    await saveVisitorPolicy(tx, input);
    tx.audit({
      verb: 'tracking.set_visitor_policy',
      subject: tx.workspaceId,
      change: {
        before: { ...before },
        after: { cookies: input.cookies, cookieDays: input.cookieDays, keepDays: input.keepDays },
      },
    });
    tx.emit({ type: 'visitor_policy.changed' });
    return visitorPolicy(tx);
  });
}
