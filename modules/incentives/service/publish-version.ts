import { peopleWhoMay, permit } from '@mosty/identity';
import type { Context } from '@mosty/kernel/context';
import { transact } from '@mosty/kernel/db';
import type { Id } from '@mosty/kernel/id';
import { refuse } from '@mosty/kernel/refusal';
import { businessDateOf } from '@mosty/kernel/time';
import { checkPublish } from '../domain/versions.ts';
import { rights } from '../policy.ts';
import { agreementsPaidFrom } from '../store/assignments.ts';
import { findScheme, findVersion, markPublished, versionsOf } from '../store/schemes.ts';
import { keepCeilings } from './keep-ceilings.ts';

/**
 * Puts a draft in force from its first day on; from now on it never changes. Who wrote it cannot approve it, except in
 * a company with a single person who may: that is written down and shown. Codes are held to the new terms at once.
 * @throws incentives.no_version, incentives.author_cannot_approve, incentives.version_in_past, incentives.version_before_last
 */
export function publishVersion(
  ctx: Context,
  input: { versionId: Id<'scheme_version'> },
): Promise<{ schemeId: Id<'scheme'>; version: number; soleApprover: boolean }> {
  return transact(ctx, async (tx) => {
    permit(tx, rights, 'scheme.publish');
    const found = (await findVersion(tx, input.versionId)) ?? refuse('not_found', 'incentives.no_version');
    await findScheme(tx, found.schemeId);
    const versions = await versionsOf(tx, found.schemeId);
    const draft =
      versions.find((version) => version.id === found.id) ?? refuse('not_found', 'incentives.no_version');
    const today = businessDateOf(tx.now(), tx.zone);
    const refusal = checkPublish(draft, versions, today);
    if (refusal) throw refusal;
    const isAuthor = draft.author === tx.actor.id;
    const soleApprover = isAuthor && (await peopleWhoMay(tx, rights, 'scheme.publish')) <= 1;
    if (isAuthor && !soleApprover)
      refuse('not_permitted', 'incentives.author_cannot_approve', { version: draft.version });
    await markPublished(tx, draft.id, soleApprover);
    await keepCeilings(tx, await agreementsPaidFrom(tx, draft.schemeId, today));
    tx.audit({
      verb: 'incentives.publish_version',
      subject: draft.id,
      change: { schemeId: draft.schemeId, version: draft.version, author: draft.author, soleApprover },
    });
    tx.emit({ type: 'scheme.published', schemeId: draft.schemeId, versionId: draft.id });
    return { schemeId: draft.schemeId, version: draft.version, soleApprover };
  });
}
