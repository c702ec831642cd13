import { permit } from '@mosty/identity';
import type { Context } from '@mosty/kernel/context';
import { transact } from '@mosty/kernel/db';
import { rights } from '../policy.ts';
import type { LinkRecord } from '../store/links.ts';
import { draftLink, saveLink, type NewLink } from './draft-link.ts';

/**
 * Gives an accepted agreement a link to an allowed address. A key once given is never given again.
 * @throws tracking.link_before_rules, tracking.link_key_taken, tracking.link_key_reserved,
 *   tracking.destination_not_allowed, tracking.domain_unknown, tracking.link_expires_in_past
 */
export function createLink(ctx: Context, input: NewLink): Promise<LinkRecord> {
  return transact(ctx, async (tx) => {
    permit(tx, rights, 'link.write');
    const { link } = await draftLink(tx, input);
    await saveLink(tx, link);
    return link;
  });
}
