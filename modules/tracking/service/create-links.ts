import { permit } from '@mosty/identity';
import type { Context } from '@mosty/kernel/context';
import { transact } from '@mosty/kernel/db';
import type { Id } from '@mosty/kernel/id';
import type { Refusal } from '@mosty/kernel/refusal';
import { rights } from '../policy.ts';
import type { LinkRecord } from '../store/links.ts';
import { draftLink, refusalOf, saveLink, type NewLink } from './draft-link.ts';

export interface CreateLinks extends Omit<NewLink, 'agreementId' | 'key'> {
  readonly agreementIds: readonly Id<'agreement'>[];
  /** Nothing is written: only what would be is told. */
  readonly preview: boolean;
}

export interface MadeLink {
  readonly agreementId: Id<'agreement'>;
  readonly partnerName: string | null;
  readonly link: LinkRecord | null;
  readonly refusal: Refusal | null;
}

/** A link for each agreement, to one and the same place; whoever may not have one is told why and left out. */
export function createLinks(
  ctx: Context,
  { agreementIds, preview, ...place }: CreateLinks,
): Promise<MadeLink[]> {
  return transact(ctx, async (tx) => {
    permit(tx, rights, 'link.write');
    const made: MadeLink[] = [];
    for (const agreementId of new Set(agreementIds)) {
      const given = made.flatMap((one) => one.link?.key ?? []);
      try {
        const { link, partnerName } = await draftLink(tx, { ...place, agreementId }, given);
        if (!preview) await saveLink(tx, link);
        made.push({ agreementId, partnerName, link, refusal: null });
      } catch (error) {
        made.push({ agreementId, partnerName: null, link: null, refusal: refusalOf(error) });
      }
    }
    return made;
  });
}
