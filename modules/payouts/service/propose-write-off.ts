import { knownPartner } from '@mosty/directory';
import { permit } from '@mosty/identity';
import { accrualsForPayout } from '@mosty/incentives';
import type { Context } from '@mosty/kernel/context';
import { transact } from '@mosty/kernel/db';
import type { Id } from '@mosty/kernel/id';
import { refuse } from '@mosty/kernel/refusal';
import { monthOfInstant } from '@mosty/kernel/time';
import { rights } from '../policy.ts';
import { insertWriteOff } from '../store/write-offs.ts';

/**
 * Proposes to give up the whole debt of a partner. What it earned meanwhile settles a part; the rest would be our loss.
 * @throws payouts.no_debt, payouts.write_off_proposed
 */
export function proposeWriteOff(
  ctx: Context,
  input: { partnerId: Id<'partner'>; currency?: string | undefined; reason: string },
): Promise<{ writeOffId: Id<'write_off'>; amountMinor: bigint }> {
  return transact(ctx, async (tx) => {
    permit(tx, rights, 'write_off.propose');
    const partner = await knownPartner(tx, input.partnerId);
    const currency = input.currency ?? tx.currency;
    const through = monthOfInstant(tx.now(), tx.zone);
    const open = (await accrualsForPayout(tx, { through, partnerIds: [partner.id] })).find(
      (one) => one.currency === currency,
    );
    const { earnedMinor, carriedMinor } = open ?? { earnedMinor: 0n, carriedMinor: 0n };
    const amountMinor = carriedMinor - earnedMinor;
    if (amountMinor <= 0n) refuse('not_now', 'payouts.no_debt', { partnerId: partner.id, currency });
    const writeOffId = tx.id('write_off');
    const { reason } = input;
    const settlementId = tx.id('payout');
    const isNew = await insertWriteOff(tx, {
      id: writeOffId,
      partnerId: partner.id,
      currency,
      earnedMinor,
      carriedMinor,
      amountMinor,
      reason,
      settlementId,
    });
    if (!isNew) refuse('conflict', 'payouts.write_off_proposed', { partnerId: partner.id });
    tx.audit({
      verb: 'payouts.propose_write_off',
      subject: writeOffId,
      reason,
      change: { partnerId: partner.id, amountMinor, currency },
    });
    return { writeOffId, amountMinor };
  });
}
