import { permit } from '@mosty/identity';
import type { Context } from '@mosty/kernel/context';
import { transact } from '@mosty/kernel/db';
import { refuse } from '@mosty/kernel/refusal';
import type { Month } from '@mosty/kernel/time';
import type { Book } from '../contract.ts';
import { rights } from '../policy.ts';
import { closingsOf } from '../store/closings.ts';
import { insertPlan, plansOf, takeTurn } from '../store/plans.ts';

export interface SetPlan {
  readonly month: string;
  readonly class: Book;
  readonly revenueMinor: number;
  readonly clients: number;
  readonly reason?: string | undefined;
}

/** Writes a plan anew; the one before stays. @throws economics.month_closed, economics.plan_needs_reason (of the second on) */
export function setPlan(ctx: Context, input: SetPlan): Promise<{ no: number }> {
  return transact(ctx, async (tx) => {
    permit(tx, rights, 'department.plan');
    const month = input.month as Month;
    await takeTurn(tx);
    const span = { from: month, to: month };
    if ((await closingsOf(tx, span)).has(month)) refuse('conflict', 'economics.month_closed', { month });
    const before = (await plansOf(tx, span)).find((plan) => plan.class === input.class);
    if (before && !input.reason) refuse('invalid', 'economics.plan_needs_reason', { month });
    const no = (before?.no ?? 0) + 1;
    await insertPlan(tx, {
      month,
      class: input.class,
      no,
      currency: tx.currency,
      revenueMinor: BigInt(input.revenueMinor),
      clients: input.clients,
      reason: input.reason ?? null,
      writtenAt: tx.now(),
      writtenBy: tx.actor.id,
    });
    tx.audit({
      verb: 'economics.set_plan',
      subject: `${month}`,
      ...(input.reason ? { reason: input.reason } : {}),
      change: { class: input.class, no, revenueMinor: input.revenueMinor, clients: input.clients },
    });
    return { no };
  });
}
