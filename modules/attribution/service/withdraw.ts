import { permit } from '@mosty/identity';
import type { Context } from '@mosty/kernel/context';
import { transact } from '@mosty/kernel/db';
import { creditSales } from '@mosty/tracking';
import { rights } from '../policy.ts';
import { deleteUncredited, withdrawParticipants } from '../store/participants.ts';

/** Takes the credits of reversed sales (or credits to clients) back; part of the undo of an import. */
export function withdrawAttribution(
  ctx: Context,
  input: { subject: 'sale' | 'refund'; ids: readonly string[] },
): Promise<{ withdrawn: number }> {
  return transact(ctx, async (tx) => {
    permit(tx, rights, 'participant.decide');
    const withdrawn = await withdrawParticipants(tx, input.subject, input.ids);
    if (input.subject === 'sale') {
      await deleteUncredited(tx, input.ids);
      await creditSales(tx, { saleIds: input.ids, credited: [] });
    }
    return { withdrawn };
  });
}
