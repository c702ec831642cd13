import { permit, queueMessage } from '@mosty/identity';
import type { Context } from '@mosty/kernel/context';
import { transact } from '@mosty/kernel/db';
import type { Id } from '@mosty/kernel/id';
import { refuse } from '@mosty/kernel/refusal';
import { addressOf } from '@mosty/lifecycle';
import { rights } from '../policy.ts';
import { saveThanks } from '../store/exits.ts';
import { openExit } from './open-exit.ts';

export interface SendThanks {
  readonly partnerId: Id<'partner'>;
  readonly letter?: { readonly subject: string; readonly text: string } | undefined;
  /** How it was said, where there is nowhere to write to: in the journal. */
  readonly saidOtherwise?: string | undefined;
}

/** Thanks the partner, once (S0.66). @throws exits.not_leaving, exits.thanked_already, exits.no_address, exits.thanks_needed */
export function sendThanks(ctx: Context, { partnerId, letter, saidOtherwise }: SendThanks): Promise<void> {
  return transact(ctx, async (tx) => {
    permit(tx, rights, 'exit.write');
    const exit = await openExit(tx, partnerId);
    if (exit.thankedAt) refuse('conflict', 'exits.thanked_already', {});
    if (!letter && !saidOtherwise) refuse('invalid', 'exits.thanks_needed', {});
    let letterId: Id<'message'> | null = null;
    if (letter) {
      const to = (await addressOf(tx, partnerId)) ?? refuse('not_now', 'exits.no_address', { partnerId });
      letterId = await queueMessage(tx, { kind: 'partner_letter', to, letter });
    }
    await saveThanks(tx, exit, letterId);
    tx.audit({ verb: 'exits.send_thanks', subject: partnerId, reason: saidOtherwise, change: { letterId } });
  });
}
