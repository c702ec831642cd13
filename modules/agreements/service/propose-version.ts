import { permit } from '@mosty/identity';
import type { Context } from '@mosty/kernel/context';
import { transact } from '@mosty/kernel/db';
import type { Id } from '@mosty/kernel/id';
import { refuse } from '@mosty/kernel/refusal';
import type { Expectations } from '../contract/version.ts';
import { bodyHash, sameBody } from '../domain/body.ts';
import { checkExclusivity } from '../domain/exclusivity.ts';
import { rights } from '../policy.ts';
import { insertVersions, versionsOf, type VersionRecord } from '../store/versions.ts';
import { openAgreementOf } from './kept-agreement.ts';

/**
 * Writes the next version of mutual expectations. What was accepted holds until both sides accept this one.
 * @throws agreements.nothing_changed, agreements.exclusivity_span
 */
export function proposeVersion(
  ctx: Context,
  input: { agreementId: Id<'agreement'>; body: Expectations },
): Promise<VersionRecord> {
  return transact(ctx, async (tx) => {
    permit(tx, rights, 'agreement.propose');
    const agreement = await openAgreementOf(tx, input.agreementId);
    const wrong = checkExclusivity(input.body.exclusivity);
    if (wrong) throw wrong;
    const newest = (await versionsOf(tx, [agreement.id]))[0];
    if (newest && sameBody(bodyOf(newest), input.body))
      refuse('conflict', 'agreements.nothing_changed', { version: newest.version });
    const number = (newest?.version ?? 0) + 1;
    const version: VersionRecord = {
      ...input.body,
      exclusivity: input.body.exclusivity ?? null,
      id: tx.id('agreement_version'),
      agreementId: agreement.id,
      partnerId: agreement.partnerId,
      version: number,
      bodyHash: bodyHash(agreement.id, number, input.body),
      createdAt: tx.now(),
      createdBy: tx.actor.id,
    };
    await insertVersions(tx, [version]);
    tx.audit({
      verb: 'agreements.propose_version',
      subject: agreement.partnerId,
      change: { agreementId: agreement.id, version: number, bodyHash: version.bodyHash },
    });
    tx.emit({
      type: 'agreement.proposed',
      agreementId: agreement.id,
      partnerId: agreement.partnerId,
      version: number,
    });
    return version;
  });
}

export function bodyOf(version: VersionRecord): Expectations {
  const { success, whoAnswers, ifItBreaks, howCounted, promises, exclusivity } = version;
  return {
    success,
    whoAnswers,
    ifItBreaks,
    howCounted,
    promises: promises.map(({ side, words, dueOn }) => ({ side, words, dueOn })),
    exclusivity,
  };
}
