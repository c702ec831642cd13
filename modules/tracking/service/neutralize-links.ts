import { keptPartner } from '@mosty/directory';
import { permit } from '@mosty/identity';
import type { Context } from '@mosty/kernel/context';
import { transact } from '@mosty/kernel/db';
import type { Id } from '@mosty/kernel/id';
import { checkPlace } from '../domain/new-link.ts';
import { rights } from '../policy.ts';
import { archiveCodesOf } from '../store/codes.ts';
import { allowedHosts, ownDomains } from '../store/hosts.ts';
import { neutralizeLinksOf } from '../store/links.ts';

/**
 * Whoever left leaves links behind, printed somewhere: they never end in nothing, and pay nobody. From now on all links
 * of the partner lead to a page of the company's own, uncounted; its codes stop.
 * @throws tracking.destination_not_allowed
 */
export function neutralizeLinks(
  ctx: Context,
  input: { partnerId: Id<'partner'>; destination: string },
): Promise<{ links: number; codes: number }> {
  return transact(ctx, async (tx) => {
    permit(tx, rights, 'link.write');
    permit(tx, rights, 'code.write');
    await keptPartner(tx, input.partnerId);
    const { destination } = input;
    const refusal = checkPlace(
      { destination, domain: undefined, expiresAt: undefined },
      { destinations: await allowedHosts(tx), domains: await ownDomains(tx), now: tx.now() },
    );
    if (refusal) throw refusal;
    const links = await neutralizeLinksOf(tx, input.partnerId, destination);
    const codes = await archiveCodesOf(tx, input.partnerId);
    tx.audit({
      verb: 'tracking.neutralize_links',
      subject: input.partnerId,
      change: { links: links.length, codes },
    });
    for (const linkId of links) tx.emit({ type: 'link.changed', linkId, partnerId: input.partnerId });
    return { links: links.length, codes };
  });
}
