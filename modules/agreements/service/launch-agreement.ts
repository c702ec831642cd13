import { permit } from '@mosty/identity';
import type { Context } from '@mosty/kernel/context';
import { transact } from '@mosty/kernel/db';
import type { Id } from '@mosty/kernel/id';
import { refuse } from '@mosty/kernel/refusal';
import { businessDateOf, type BusinessDate } from '@mosty/kernel/time';
import { checkLaunchDay } from '../domain/opening.ts';
import { rights } from '../policy.ts';
import { agreementsOf, saveAgreement, type AgreementRecord } from '../store/agreements.ts';
import { openAgreementOf } from './kept-agreement.ts';

/**
 * The accepted agreement starts to work: from this day its partner is a partner and not a contact (S2.19), and sales
 * may be credited to it. Today, unless told.
 * @throws agreements.not_accepted, agreements.already_launched, agreements.launched_in_future, agreements.launched_before_accepted
 */
export function launchAgreement(
  ctx: Context,
  input: { agreementId: Id<'agreement'>; launchedOn?: BusinessDate | undefined },
): Promise<AgreementRecord> {
  return transact(ctx, async (tx) => {
    permit(tx, rights, 'agreement.launch');
    const agreement = await openAgreementOf(tx, input.agreementId);
    if (agreement.launchedOn !== null)
      refuse('conflict', 'agreements.already_launched', { launchedOn: agreement.launchedOn });
    const today = businessDateOf(tx.now(), tx.zone);
    const launchedOn = input.launchedOn ?? today;
    const acceptedOn =
      agreement.signedOn ?? (agreement.acceptedAt && businessDateOf(agreement.acceptedAt, tx.zone));
    const refusal = checkLaunchDay(launchedOn, acceptedOn, today);
    if (refusal) throw refusal;
    const launched = { ...agreement, launchedOn };
    const others = (await agreementsOf(tx, [agreement.partnerId])).filter((one) => one.launchedOn !== null);
    await saveAgreement(tx, launched);
    tx.audit({
      verb: 'agreements.launch_agreement',
      subject: agreement.partnerId,
      change: { agreementId: agreement.id, launchedOn },
    });
    tx.emit({
      type: 'agreement.launched',
      agreementId: agreement.id,
      partnerId: agreement.partnerId,
      launchedOn,
    });
    if (others.length === 0)
      tx.emit({ type: 'partner.enrolled', agreementId: agreement.id, partnerId: agreement.partnerId });
    return launched;
  });
}
