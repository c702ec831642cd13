import { permit } from '@mosty/identity';
import type { Context } from '@mosty/kernel/context';
import { transact } from '@mosty/kernel/db';
import type { Id } from '@mosty/kernel/id';
import { orRefuse, refuse } from '@mosty/kernel/refusal';
import type { BusinessDate } from '@mosty/kernel/time';
import type { Terms } from '../contract/terms.ts';
import { checkDraft } from '../domain/versions.ts';
import { rights } from '../policy.ts';
import { findScheme, insertScheme, saveDraft, updateScheme, versionsOf } from '../store/schemes.ts';

export interface DraftScheme {
  /** Absent: a new scheme. */
  readonly schemeId?: Id<'scheme'> | undefined;
  readonly name: string;
  readonly purpose?: string | null | undefined;
  readonly terms: Terms;
  /** Sales of this day and later. */
  readonly validFrom: BusinessDate;
  readonly note?: string | null | undefined;
}

/**
 * Writes the next version of a scheme, not in force until somebody else publishes it. A scheme has one draft at a
 * time: writing again replaces it, and the person who wrote last is its author.
 * @throws incentives.no_scheme, incentives.scheme_archived, incentives.version_before_last
 */
export function draftScheme(
  ctx: Context,
  input: DraftScheme,
): Promise<{ schemeId: Id<'scheme'>; versionId: Id<'scheme_version'>; version: number }> {
  return transact(ctx, async (tx) => {
    permit(tx, rights, 'scheme.draft');
    const purpose = input.purpose ?? null;
    const schemeId = input.schemeId ?? tx.id('scheme');
    if (input.schemeId) {
      const scheme = (await findScheme(tx, schemeId)) ?? refuse('not_found', 'incentives.no_scheme');
      if (scheme.archivedAt) refuse('not_now', 'incentives.scheme_archived', { schemeId });
      await updateScheme(tx, { ...scheme, name: input.name, purpose });
    } else {
      await insertScheme(tx, { id: schemeId, name: input.name, purpose });
    }
    const versions = await versionsOf(tx, schemeId);
    const { id, version } = orRefuse(checkDraft(versions, input.validFrom)) ?? {
      id: tx.id('scheme_version'),
      version: (versions[0]?.version ?? 0) + 1,
    };
    await saveDraft(tx, {
      id,
      schemeId,
      version,
      terms: input.terms,
      note: input.note ?? null,
      validFrom: input.validFrom,
    });
    const change = { schemeId, version, validFrom: input.validFrom, terms: input.terms };
    tx.audit({ verb: 'incentives.draft_scheme', subject: id, change });
    return { schemeId, versionId: id, version };
  });
}
