import { keptPartner } from '@mosty/directory';
import { permit } from '@mosty/identity';
import type { Context, Tx } from '@mosty/kernel/context';
import { transact } from '@mosty/kernel/db';
import type { Id } from '@mosty/kernel/id';
import { refuse } from '@mosty/kernel/refusal';
import { checkPlace } from '../domain/new-link.ts';
import { rights } from '../policy.ts';
import { allowedHosts, ownDomains } from '../store/hosts.ts';
import { lockLink, saveLinkChange, type LinkRecord } from '../store/links.ts';

/** What of a link may change. Its key and its owner may not: it is printed somewhere. */
export interface LinkChange {
  readonly destination?: string | undefined;
  readonly title?: string | null | undefined;
  readonly campaign?: string | null | undefined;
  readonly content?: string | null | undefined;
  readonly erid?: string | null | undefined;
  readonly adLabel?: string | null | undefined;
  readonly expiresAt?: Date | null | undefined;
}

/** @throws tracking.link_unknown, tracking.link_archived, tracking.destination_not_allowed, tracking.link_expires_in_past */
export function updateLink(
  ctx: Context,
  input: { linkId: Id<'link'>; change: LinkChange },
): Promise<LinkRecord> {
  return transact(ctx, async (tx) => {
    const link = await linkToChange(tx, input.linkId);
    if (link.archivedAt !== null)
      refuse('not_now', 'tracking.link_archived', { archivedAt: link.archivedAt.toISOString() });
    const told = Object.fromEntries(Object.entries(input.change).filter(([, value]) => value !== undefined));
    const changed: LinkRecord = { ...link, ...told };
    const refusal = checkPlace(
      {
        destination: changed.destination,
        domain: undefined,
        expiresAt: input.change.expiresAt ?? undefined,
      },
      { destinations: await allowedHosts(tx), domains: await ownDomains(tx), now: tx.now() },
    );
    if (refusal) throw refusal;
    await saveLinkChange(tx, changed);
    tx.audit({
      verb: 'tracking.update_link',
      subject: link.partnerId,
      change: { linkId: link.id, changed: Object.keys(told) },
    });
    tx.emit({ type: 'link.changed', linkId: link.id, partnerId: link.partnerId });
    return changed;
  });
}

/** Stops a link: it leads nowhere from now on, and its key stays its partner's. */
export function archiveLink(ctx: Context, input: { linkId: Id<'link'> }): Promise<LinkRecord> {
  return transact(ctx, async (tx) => {
    const link = await linkToChange(tx, input.linkId);
    if (link.archivedAt !== null) return link;
    const archived = { ...link, archivedAt: tx.now() };
    await saveLinkChange(tx, archived);
    tx.audit({ verb: 'tracking.archive_link', subject: link.partnerId, change: { linkId: link.id } });
    tx.emit({ type: 'link.changed', linkId: link.id, partnerId: link.partnerId });
    return archived;
  });
}

async function linkToChange(tx: Tx, linkId: Id<'link'>): Promise<LinkRecord> {
  permit(tx, rights, 'link.write');
  const link = (await lockLink(tx, linkId)) ?? refuse('not_found', 'tracking.link_unknown', { linkId });
  await keptPartner(tx, link.partnerId);
  return link;
}
