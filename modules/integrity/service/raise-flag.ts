import { keptPartner } from '@mosty/directory';
import { permit } from '@mosty/identity';
import type { Context } from '@mosty/kernel/context';
import { transact } from '@mosty/kernel/db';
import type { Id } from '@mosty/kernel/id';
import { refuse } from '@mosty/kernel/refusal';
import type { ByHand, Severity } from '../contract/signs.ts';
import { rights } from '../policy.ts';
import {
  insertFlag,
  insertStep,
  lockFlags,
  replaceRows,
  standingFlags,
  type FlagRecord,
} from '../store/flags.ts';
import { policyOf } from './policy-of.ts';
import { newFlag, tellRaised } from './raise-found.ts';
import { reviewPartner } from './review-partner.ts';

export interface RaiseFlag {
  readonly partnerId: Id<'partner'>;
  readonly sign: ByHand;
  readonly severity: Severity;
  readonly reason: string;
  readonly evidence?: readonly { readonly text: string; readonly url?: string | undefined }[];
}

/** @throws integrity.flag_stands, and the refusals of the partner's keeping */
export function raiseFlag(ctx: Context, input: RaiseFlag): Promise<FlagRecord> {
  return transact(ctx, async (tx) => {
    permit(tx, rights, 'flag.raise');
    await keptPartner(tx, input.partnerId);
    await lockFlags(tx);
    const { partnerId, sign, severity, reason, evidence = [] } = input;
    const stands = (await standingFlags(tx)).find((one) => one.partnerId === partnerId && one.sign === sign);
    if (stands) refuse('conflict', 'integrity.flag_stands', { flagId: stands.id });
    const measure = { code: 'by_hand', params: {} };
    const flag = newFlag(tx, {
      partnerId,
      sign,
      severity,
      measure,
      atStakeMinor: 0n,
      repeatsId: null,
      reason,
    });
    await insertFlag(tx, flag);
    await replaceRows(
      tx,
      flag.id,
      evidence.map(({ text, url }) => ({
        kind: 'note' as const,
        subject: url ?? '',
        says: { code: 'note', params: { text } },
        at: tx.now(),
      })),
    );
    await insertStep(tx, flag.id, { what: 'raised', params: { severity }, says: reason });
    tellRaised(tx, flag);
    await reviewPartner(tx, flag, (await policyOf(tx)).reviewFrom);
    return flag;
  });
}
