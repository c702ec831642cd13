import { permit } from '@mosty/identity';
import type { Context } from '@mosty/kernel/context';
import { transact } from '@mosty/kernel/db';
import { rights } from '../policy.ts';
import { readPolicy, savePolicy, type PayoutPolicy } from '../store/policy.ts';

/** Changes how the company pays. Holds for batches and statements made from now on. */
export function setPayoutPolicy(
  ctx: Context,
  input: Omit<PayoutPolicy, 'changedAt' | 'changedBy'>,
): Promise<PayoutPolicy> {
  return transact(ctx, async (tx) => {
    permit(tx, rights, 'payout_policy.change');
    await savePolicy(tx, input);
    const { payDay, silenceDays, secondApproverAboveMinor, requisites } = input;
    tx.audit({
      verb: 'payouts.set_policy',
      subject: tx.workspaceId,
      change: { payDay, silenceDays, secondApproverAboveMinor, requisites, hasPayer: input.payer !== null },
    });
    return readPolicy(tx);
  });
}
