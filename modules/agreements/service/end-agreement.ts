import { openEndOf } from '@mosty/directory';
import { permit } from '@mosty/identity';
import type { Context, Tx } from '@mosty/kernel/context';
import { transact } from '@mosty/kernel/db';
import type { Id } from '@mosty/kernel/id';
import { Refusal } from '@mosty/kernel/refusal';
import { standingOf } from '@mosty/lifecycle';
import { checkEndByHand } from '../domain/conveyor.ts';
import { rights } from '../policy.ts';
import { agreementsOf, saveEnd, type AgreementRecord } from '../store/agreements.ts';
import { promisesOf } from '../store/promises.ts';
import { openAgreementOf } from './kept-agreement.ts';

/**
 * Ends the agreement with a reason. Promises of both sides, money and disputes are settled first (S0.66), and the last one
 * of somebody we work with ends by parting only.
 * @throws agreements.last_ends_by_parting, agreements.promises_open, and the refusals told by `defineOpenEnd`
 */
export function endAgreement(
  ctx: Context,
  input: { agreementId: Id<'agreement'>; reason: string },
): Promise<AgreementRecord> {
  return transact(ctx, async (tx) => {
    permit(tx, rights, 'agreement.end');
    const agreement = await openAgreementOf(tx, input.agreementId);
    const others = await othersOf(tx, agreement);
    const stage = (await standingOf(tx, [agreement.partnerId])).get(agreement.partnerId)?.stage ?? null;
    const refusal = checkEndByHand(agreement, others, stage);
    if (refusal) throw refusal;
    return end(tx, agreement, input.reason);
  });
}

/** Ends what was made for a trial and is put away whole: nobody has worked with it, and nobody parts. */
export async function endTrialAgreement(
  tx: Tx,
  input: { agreementId: Id<'agreement'>; reason: string },
): Promise<AgreementRecord> {
  permit(tx, rights, 'agreement.end');
  return end(tx, await openAgreementOf(tx, input.agreementId), input.reason);
}

async function othersOf(tx: Tx, { id, partnerId }: AgreementRecord): Promise<AgreementRecord[]> {
  return (await agreementsOf(tx, [partnerId])).filter((one) => one.id !== id);
}

/** The same for whoever has asked for the right: the conveyor ends what is open when a partner leaves. */
export async function end(tx: Tx, agreement: AgreementRecord, reason: string): Promise<AgreementRecord> {
  const { id: agreementId, partnerId } = agreement;
  const others = await othersOf(tx, agreement);
  const open = await openEndOfAgreement(tx, agreement, others);
  if (open) throw open;
  const ended = { ...agreement, endedAt: tx.now(), endReason: reason };
  await saveEnd(tx, ended);
  tx.audit({ verb: 'agreements.end_agreement', subject: partnerId, reason, change: { agreementId } });
  tx.emit({ type: 'agreement.ended', agreementId, partnerId });
  if (others.every(isEnded) && agreement.launchedOn !== null) tx.emit({ type: 'partner.left', partnerId });
  return ended;
}

/**
 * What has to be settled before the agreement ends. With the last open one the partner leaves, so all that is between
 * us is closed; while another goes on, only what this one made.
 */
export async function openEndOfAgreement(
  tx: Tx,
  agreement: AgreementRecord,
  others: readonly AgreementRecord[],
): Promise<Refusal | null> {
  const open = (await promisesOf(tx, [agreement.id])).filter((promise) => promise.outcome === null);
  if (open.length > 0) return new Refusal('not_now', 'agreements.promises_open', { count: open.length });
  const { partnerId } = agreement;
  return openEndOf(tx, { partnerId, agreementId: others.every(isEnded) ? null : agreement.id });
}

const isEnded = (agreement: AgreementRecord) => agreement.endedAt !== null;
