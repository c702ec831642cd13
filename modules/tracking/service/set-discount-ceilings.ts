import { permit } from '@mosty/identity';
import type { Context } from '@mosty/kernel/context';
import { transact } from '@mosty/kernel/db';
import type { Id } from '@mosty/kernel/id';
import { rights } from '../policy.ts';
import { codesAboveCeiling, saveCeilings } from '../store/ceilings.ts';

/**
 * Keeps the greatest discount codes of these agreements may give; null takes it away. Called by whoever publishes or
 * assigns a scheme. Answers live codes that now give more: they are not stopped behind anybody's back.
 */
export function setDiscountCeilings(
  ctx: Context,
  ceilings: readonly { agreementId: Id<'agreement'>; maxDiscountPpm: bigint | null }[],
): Promise<{ above: Id<'code'>[] }> {
  return transact(ctx, async (tx) => {
    permit(tx, rights, 'discount_ceiling.set');
    const changed = await saveCeilings(tx, ceilings);
    for (const { agreementId, maxDiscountPpm } of ceilings.filter((one) => changed.has(one.agreementId))) {
      tx.audit({
        verb: 'tracking.set_discount_ceiling',
        subject: agreementId,
        change: { maxDiscountPpm: maxDiscountPpm === null ? null : Number(maxDiscountPpm) },
      });
    }
    return {
      above: await codesAboveCeiling(
        tx,
        ceilings.map((ceiling) => ceiling.agreementId),
      ),
    };
  });
}
