import { permit } from '@mosty/identity';
import type { Context } from '@mosty/kernel/context';
import { transact } from '@mosty/kernel/db';
import type { Id } from '@mosty/kernel/id';
import { refuse } from '@mosty/kernel/refusal';
import { businessDateOf, type BusinessDate } from '@mosty/kernel/time';
import { standingOf } from '@mosty/lifecycle';
import { checkLaunchByHand } from '../domain/conveyor.ts';
import { checkLaunchDay } from '../domain/opening.ts';
import { rights } from '../policy.ts';
import type { AgreementRecord } from '../store/agreements.ts';
import { openAgreementOf } from './kept-agreement.ts';
import { launch } from './launch.ts';

/**
 * One more accepted agreement of a partner who works already is in force: sales may be credited to it. Today, unless told.
 * The first one is launched by the conveyor, with the pilot (`service/conveyor.ts`).
 * @throws agreements.conveyor_launches, agreements.not_accepted, agreements.already_launched, agreements.launched_in_future, agreements.launched_before_accepted
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
    const stage = (await standingOf(tx, [agreement.partnerId])).get(agreement.partnerId)?.stage ?? null;
    const refusal = checkLaunchDay(launchedOn, acceptedOn, today) ?? checkLaunchByHand(stage);
    if (refusal) throw refusal;
    return launch(tx, agreement, launchedOn);
  });
}
