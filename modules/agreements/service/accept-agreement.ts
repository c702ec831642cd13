import { keptPartner } from '@mosty/directory';
import { permit } from '@mosty/identity';
import type { Context, Tx } from '@mosty/kernel/context';
import { transact } from '@mosty/kernel/db';
import type { Id } from '@mosty/kernel/id';
import { orRefuse, Refusal, refuse } from '@mosty/kernel/refusal';
import { standingOf, tryMove } from '@mosty/lifecycle';
import type { Side } from '../contract/version.ts';
import { checkAcceptance } from '../domain/conveyor.ts';
import { followVersion } from '../domain/promises.ts';
import { rights } from '../policy.ts';
import { lockAgreement, saveAgreement, type AgreementRecord } from '../store/agreements.ts';
import { promisesOf, settlePromises } from '../store/promises.ts';
import { acceptancesOf, insertAcceptance, versionsOf, type VersionRecord } from '../store/versions.ts';
import { orViolation } from '../store/violations.ts';
import { beginPromises } from './begin-promises.ts';

export interface AcceptAgreement {
  readonly agreementId: Id<'agreement'>;
  readonly version: number;
  /** Of the text the acceptor saw. */
  readonly bodyHash: string;
  readonly side: Side;
  readonly person: string;
  readonly evidence?: string | null | undefined;
}

/**
 * Accepts a version for one side, for ever. When the other side has accepted it too, the version holds: the agreement
 * is accepted, and its promises follow the version (new ones begin, those left out are withdrawn). Only a partner whom the
 * check approved gets here; its place in the conveyor follows when nothing else is missing.
 * @throws agreements.version_superseded, agreements.body_changed, agreements.already_accepted, agreements.evidence_needed,
 *   agreements.not_own_side, agreements.approve_first
 */
export function acceptAgreement(
  ctx: Context,
  input: AcceptAgreement,
): Promise<{ accepted: boolean; version: VersionRecord }> {
  return transact(ctx, async (tx) => {
    permit(tx, rights, 'agreement.accept');
    const agreement =
      (await lockAgreement(tx, input.agreementId)) ?? refuse('not_found', 'agreements.agreement_unknown', {});
    if (agreement.endedAt !== null)
      refuse('not_now', 'agreements.agreement_ended', { endedAt: agreement.endedAt.toISOString() });
    if (!ofPartner(tx)) await keptPartner(tx, agreement.partnerId);
    orRefuse(checkSide(tx, input));
    const stage = (await standingOf(tx, [agreement.partnerId])).get(agreement.partnerId)?.stage ?? null;
    const tooEarly = checkAcceptance(stage);
    if (tooEarly) throw tooEarly;
    const version = await newestVersion(tx, agreement, input);
    const acceptance = {
      ...input,
      versionId: version.id,
      partnerId: agreement.partnerId,
      evidence: input.evidence ?? null,
      acceptedAt: tx.now(),
    };
    await orViolation(insertAcceptance(tx, acceptance));
    tx.audit({
      verb: 'agreements.accept_agreement',
      subject: agreement.partnerId,
      change: {
        agreementId: agreement.id,
        version: version.version,
        side: input.side,
        bodyHash: version.bodyHash,
      },
    });
    const sides = new Set((await acceptancesOf(tx, [version.id])).map((one) => one.side));
    const accepted = sides.has('ours') && sides.has('theirs');
    if (accepted) {
      await hold(tx, agreement, version);
      await tryMove(tx, agreement.partnerId, 'agreed');
    }
    return { accepted, version };
  });
}

function ofPartner(tx: Tx): boolean {
  return tx.actor.type === 'person' && tx.actor.partnerId !== null;
}

/** Everybody speaks for their own side; ours may write down what the partner accepted, naming where it is seen. */
function checkSide(tx: Tx, input: AcceptAgreement): true | Refusal {
  if (ofPartner(tx))
    return input.side === 'theirs' ? true : new Refusal('not_permitted', 'agreements.not_own_side', {});
  return input.side === 'theirs' && !input.evidence
    ? new Refusal('invalid', 'agreements.evidence_needed', {})
    : true;
}

async function newestVersion(
  tx: Tx,
  agreement: AgreementRecord,
  input: AcceptAgreement,
): Promise<VersionRecord> {
  const versions = await versionsOf(tx, [agreement.id]);
  const newest = versions[0];
  const wanted = versions.find((version) => version.version === input.version);
  if (!newest || !wanted) refuse('not_found', 'agreements.version_unknown', { version: input.version });
  if (wanted !== newest)
    refuse('conflict', 'agreements.version_superseded', { version: input.version, newest: newest.version });
  if (wanted.version <= agreement.currentVersion)
    refuse('conflict', 'agreements.already_accepted', { version: input.version });
  if (wanted.bodyHash !== input.bodyHash)
    refuse('conflict', 'agreements.body_changed', { version: input.version });
  return wanted;
}

async function hold(tx: Tx, agreement: AgreementRecord, version: VersionRecord): Promise<void> {
  await saveAgreement(tx, {
    ...agreement,
    acceptedAt: agreement.acceptedAt ?? tx.now(),
    currentVersion: version.version,
  });
  const open = (await promisesOf(tx, [agreement.id])).filter(
    (promise) => promise.outcome === null && promise.version !== null,
  );
  const { begin, withdraw } = followVersion(open, version.promises);
  await settlePromises(
    tx,
    withdraw.map((promise) => promise.id),
    'withdrawn',
    null,
  );
  await beginPromises(tx, [{ ...version, promises: begin }]);
  tx.emit({
    type: 'agreement.accepted',
    agreementId: agreement.id,
    partnerId: agreement.partnerId,
    version: version.version,
  });
}
