import { keptPartner } from '@mosty/directory';
import type { Tx } from '@mosty/kernel/context';
import type { Id } from '@mosty/kernel/id';
import { refuse } from '@mosty/kernel/refusal';
import { findAgreement, lockAgreement, type AgreementRecord } from '../store/agreements.ts';

/** @throws agreements.agreement_unknown */
export async function knownAgreement(tx: Tx, id: Id<'agreement'>): Promise<AgreementRecord> {
  return (
    (await findAgreement(tx, id)) ?? refuse('not_found', 'agreements.agreement_unknown', { agreementId: id })
  );
}

/**
 * The open agreement that a verb is about to change, locked, of a partner that the actor keeps.
 * @throws agreements.agreement_unknown, agreements.agreement_ended, directory.partner_of_another_manager
 */
export async function openAgreementOf(tx: Tx, id: Id<'agreement'>): Promise<AgreementRecord> {
  const agreement =
    (await lockAgreement(tx, id)) ?? refuse('not_found', 'agreements.agreement_unknown', { agreementId: id });
  if (agreement.endedAt !== null)
    refuse('not_now', 'agreements.agreement_ended', { endedAt: agreement.endedAt.toISOString() });
  await keptPartner(tx, agreement.partnerId);
  return agreement;
}
