import { clientsById, countProvenClients, missingProofs, paidClientsLike } from '@mosty/directory';
import { permit } from '@mosty/identity';
import type { Context, Tx } from '@mosty/kernel/context';
import { transact } from '@mosty/kernel/db';
import type { Id } from '@mosty/kernel/id';
import { refuse, type Refusal } from '@mosty/kernel/refusal';
import { businessDateOf } from '@mosty/kernel/time';
import type { Kind, ReportingClass } from '../contract/classes.ts';
import { checkCapacity, checkOpening, checkOutside, checkReferrer } from '../domain/opening.ts';
import { rights } from '../policy.ts';
import { countReferrals, referringClients, saveClass, type AgreementRecord } from '../store/agreements.ts';
import { orViolation } from '../store/violations.ts';
import { openAgreementOf } from './kept-agreement.ts';

export interface ChangeClass {
  readonly agreementId: Id<'agreement'>;
  readonly class: ReportingClass;
  readonly kind: Kind;
  readonly clientId?: Id<'client'> | null | undefined;
  readonly reason: string;
}

/**
 * Counts the agreement in another class from now on, with a reason (S2.5). Sales already credited keep the class of
 * their day. Another class is another rule: a referral still needs its proven client.
 */
export function changeClass(ctx: Context, input: ChangeClass): Promise<AgreementRecord> {
  return transact(ctx, async (tx) => {
    permit(tx, rights, 'agreement.change_class');
    const before = await openAgreementOf(tx, input.agreementId);
    const clientId = input.clientId ?? null;
    if (before.class === input.class && before.kind === input.kind && before.clientId === clientId) {
      refuse('conflict', 'agreements.class_unchanged', { class: input.class, kind: input.kind });
    }
    const after: AgreementRecord = {
      ...before,
      class: input.class,
      kind: input.kind,
      clientId,
      classReason: input.reason,
    };
    const refusal =
      checkOpening({ ...after, signedOn: null, launchedOn: null }, businessDateOf(tx.now(), tx.zone)) ??
      (await checkWorld(tx, before, after));
    if (refusal) throw refusal;
    await orViolation(saveClass(tx, after));
    const change = {
      agreementId: after.id,
      from: { class: before.class, kind: before.kind },
      to: { class: after.class, kind: after.kind, clientId },
    };
    tx.audit({ verb: 'agreements.change_class', subject: after.partnerId, reason: input.reason, change });
    tx.emit({ type: 'agreement.class_changed', partnerId: after.partnerId, ...change });
    return after;
  });
}

async function checkWorld(tx: Tx, before: AgreementRecord, after: AgreementRecord): Promise<Refusal | null> {
  if (after.class === 'partner_sales') {
    const paid = (await paidClientsLike(tx, [after.partnerId])).has(after.partnerId);
    return checkOutside(after, paid, true);
  }
  if (after.clientId === null) return null;
  const [client] = await clientsById(tx, [after.clientId]);
  const stays = before.clientId === after.clientId;
  const refers = !stays && (await referringClients(tx, [after.clientId])).has(after.clientId);
  const referrer = client && {
    firstPaidOn: client.firstPaidAt && businessDateOf(client.firstPaidAt, tx.zone),
    missingProofs: missingProofs(client),
    refers,
  };
  const refusal = checkReferrer(referrer, after.startsOn);
  if (refusal || before.class === 'referral') return refusal;
  return checkCapacity(await countReferrals(tx), (await countProvenClients(tx)).paid);
}
