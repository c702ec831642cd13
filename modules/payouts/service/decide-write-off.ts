import { permit, twoPeople } from '@mosty/identity';
import type { Context, Tx } from '@mosty/kernel/context';
import { transact } from '@mosty/kernel/db';
import type { Id } from '@mosty/kernel/id';
import { refuse } from '@mosty/kernel/refusal';
import { writeOffPosting } from '../domain/postings/write-off.ts';
import { rights } from '../policy.ts';
import { lockWriteOff, saveDecision, type WriteOff } from '../store/write-offs.ts';
import { settleOpen } from './settle-open.ts';

/**
 * Another person's word on a proposed write-off. Approved, it settles everything open of the partner at once.
 * @throws payouts.no_write_off, payouts.write_off_decided, identity.two_people, payouts.debt_moved
 */
export function decideWriteOff(
  ctx: Context,
  input: { writeOffId: Id<'write_off'>; decision: 'approved' | 'declined' },
): Promise<{ state: 'approved' | 'declined' }> {
  return transact(ctx, async (tx) => {
    permit(tx, rights, 'write_off.decide');
    const writeOff =
      (await lockWriteOff(tx, input.writeOffId)) ?? refuse('not_found', 'payouts.no_write_off');
    if (writeOff.state !== 'proposed')
      refuse('conflict', 'payouts.write_off_decided', { state: writeOff.state });
    if (input.decision === 'approved') {
      twoPeople(writeOff.proposedBy, tx);
      await settle(tx, writeOff);
    }
    await saveDecision(tx, writeOff.id, input.decision);
    tx.audit({
      verb: 'payouts.decide_write_off',
      subject: writeOff.id,
      change: { decision: input.decision },
    });
    return { state: input.decision };
  });
}

function settle(tx: Tx, writeOff: WriteOff): Promise<void> {
  return settleOpen(tx, writeOff, {
    moved: 'payouts.debt_moved',
    given: 'by_us',
    reason: writeOff.reason,
    posting: (when) => writeOffPosting(writeOff, when),
  });
}
