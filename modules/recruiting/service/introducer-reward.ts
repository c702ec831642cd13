import { findWorkspace, permit } from '@mosty/identity';
import type { Context, Tx } from '@mosty/kernel/context';
import { transact } from '@mosty/kernel/db';
import { refuse } from '@mosty/kernel/refusal';
import { businessDateOf } from '@mosty/kernel/time';
import { rights } from '../policy.ts';
import { insertReward, rewardNow } from '../store/introductions.ts';

/** Off until somebody sets it. */
export async function introducerReward(tx: Tx) {
  const now = await rewardNow(tx);
  const currency = now?.currency ?? (await findWorkspace(tx))?.currency ?? 'RUB';
  return { amountMinor: now?.amountMinor ?? null, currency, since: now?.setOn ?? null };
}

/**
 * What a partner is thanked with for bringing a partner (S1.56): whoever sells for the first time from today on.
 * @throws recruiting.reward_changed when somebody set it at the same moment
 */
export function setIntroducerReward(ctx: Context, { amountMinor }: { amountMinor: bigint | null }) {
  return transact(ctx, async (tx) => {
    permit(tx, rights, 'introduction.reward');
    const before = await rewardNow(tx);
    const { currency } = await introducerReward(tx);
    const setOn = businessDateOf(tx.now(), tx.zone);
    const reward = { no: (before?.no ?? 0) + 1, amountMinor, currency, setOn };
    if (!(await insertReward(tx, reward))) refuse('conflict', 'recruiting.reward_changed', {});
    tx.audit({
      verb: 'recruiting.set_introducer_reward',
      subject: tx.workspaceId,
      change: { amountMinor: amountMinor?.toString() ?? null, currency },
    });
    return introducerReward(tx);
  });
}
