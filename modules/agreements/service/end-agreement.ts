import { permit } from '@mosty/identity';
import type { Context } from '@mosty/kernel/context';
import { transact } from '@mosty/kernel/db';
import type { Id } from '@mosty/kernel/id';
import { refuse } from '@mosty/kernel/refusal';
import { rights } from '../policy.ts';
import { agreementsOf, saveEnd, type AgreementRecord } from '../store/agreements.ts';
import { promisesOf } from '../store/promises.ts';
import { openAgreementOf } from './kept-agreement.ts';

/**
 * Ends the agreement with a reason. Promises of both sides are settled first: kept, missed or withdrawn (S0.66).
 * @throws agreements.promises_open
 */
export function endAgreement(
  ctx: Context,
  input: { agreementId: Id<'agreement'>; reason: string },
): Promise<AgreementRecord> {
  return transact(ctx, async (tx) => {
    permit(tx, rights, 'agreement.end');
    const agreement = await openAgreementOf(tx, input.agreementId);
    const open = (await promisesOf(tx, [agreement.id])).filter((promise) => promise.outcome === null);
    if (open.length > 0) refuse('not_now', 'agreements.promises_open', { count: open.length });
    const ended = { ...agreement, endedAt: tx.now(), endReason: input.reason };
    await saveEnd(tx, ended);
    tx.audit({
      verb: 'agreements.end_agreement',
      subject: agreement.partnerId,
      reason: input.reason,
      change: { agreementId: agreement.id },
    });
    tx.emit({ type: 'agreement.ended', agreementId: agreement.id, partnerId: agreement.partnerId });
    const left = (await agreementsOf(tx, [agreement.partnerId])).every((one) => one.endedAt !== null);
    if (left && agreement.launchedOn !== null)
      tx.emit({ type: 'partner.left', partnerId: agreement.partnerId });
    return ended;
  });
}
