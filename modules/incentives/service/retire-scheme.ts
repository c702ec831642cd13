import { permit } from '@mosty/identity';
import type { Context } from '@mosty/kernel/context';
import { transact } from '@mosty/kernel/db';
import type { Id } from '@mosty/kernel/id';
import { refuse } from '@mosty/kernel/refusal';
import { businessDateOf } from '@mosty/kernel/time';
import { rights } from '../policy.ts';
import { agreementsPaidFrom } from '../store/assignments.ts';
import { deleteDraft, findScheme, updateScheme, versionsOf } from '../store/schemes.ts';

/** Throws the draft away; a scheme that was never published goes with it. @throws incentives.no_draft */
export function discardDraft(ctx: Context, input: { schemeId: Id<'scheme'> }): Promise<void> {
  return transact(ctx, async (tx) => {
    permit(tx, rights, 'scheme.draft');
    if (!(await findScheme(tx, input.schemeId))) refuse('not_found', 'incentives.no_scheme');
    const versions = await versionsOf(tx, input.schemeId);
    const draft = versions.find((version) => version.publishedAt === null);
    if (!draft) return refuse('not_now', 'incentives.no_draft');
    await deleteDraft(tx, draft.id, versions.length === 1 ? input.schemeId : null);
    tx.audit({
      verb: 'incentives.discard_draft',
      subject: draft.id,
      change: { schemeId: input.schemeId, version: draft.version },
    });
  });
}

/** Puts a scheme away that pays nobody today or later. @throws incentives.scheme_in_use */
export function archiveScheme(ctx: Context, input: { schemeId: Id<'scheme'> }): Promise<void> {
  return transact(ctx, async (tx) => {
    permit(tx, rights, 'scheme.publish');
    const scheme = (await findScheme(tx, input.schemeId)) ?? refuse('not_found', 'incentives.no_scheme');
    const paid = await agreementsPaidFrom(tx, scheme.id, businessDateOf(tx.now(), tx.zone));
    if (paid.length > 0) refuse('not_now', 'incentives.scheme_in_use', { agreements: paid.length });
    if (scheme.archivedAt) return;
    await updateScheme(tx, { ...scheme, archivedAt: tx.now() });
    tx.audit({ verb: 'incentives.archive_scheme', subject: scheme.id });
  });
}
