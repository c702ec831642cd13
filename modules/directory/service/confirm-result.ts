import { permit } from '@mosty/identity';
import type { Context } from '@mosty/kernel/context';
import { transact } from '@mosty/kernel/db';
import type { Id } from '@mosty/kernel/id';
import { refuse } from '@mosty/kernel/refusal';
import { rights } from '../policy.ts';
import { saveClients, type ClientRecord } from '../store/clients.ts';
import { lockedClient } from './clients.ts';

export interface ConfirmResult {
  readonly clientId: Id<'client'>;
  /** Where it is seen: a letter, an act, a call. */
  readonly evidence: string;
  readonly satisfied: boolean;
  /** Agreed to speak of us. Taking it back is allowed: then nobody may open a new referral agreement. */
  readonly consents: boolean;
}

/**
 * The client got a result; is it satisfied, and ready to tell (S2.7). Without a payment there is nothing to confirm:
 * free access is no client experience (S2.9, S2.16). @throws directory.client_never_paid
 */
export function confirmResult(ctx: Context, input: ConfirmResult): Promise<ClientRecord> {
  return transact(ctx, async (tx) => {
    permit(tx, rights, 'client.write');
    const client = await lockedClient(tx, input.clientId);
    if (client.firstPaidAt === null) refuse('not_now', 'directory.client_never_paid', {});
    const confirmed: ClientRecord = {
      ...client,
      resultConfirmedAt: client.resultConfirmedAt ?? tx.now(),
      resultEvidence: input.evidence,
      satisfied: input.satisfied,
      consentAt: input.consents ? (client.consentAt ?? tx.now()) : null,
    };
    await saveClients(tx, [confirmed]);
    tx.audit({
      verb: 'directory.confirm_result',
      subject: client.id,
      change: { satisfied: input.satisfied, consents: input.consents },
    });
    return confirmed;
  });
}
