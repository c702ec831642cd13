import type { Tx } from '@mosty/kernel/context';
import type { Id } from '@mosty/kernel/id';
import { addressOf } from '../contract/link-address.ts';
import { linksNotArchived } from '../store/links.ts';

/** A link as the redirect keeps it in memory. */
export interface LiveLink {
  readonly id: Id<'link'>;
  /** The key in the letters it is looked up by: `linkKey` of what was asked for. */
  readonly keyFold: string;
  readonly partnerId: Id<'partner'>;
  readonly agreementId: Id<'agreement'>;
  /** The whole address without what the visitor brings; `addressOf(link, brought)` has that too. */
  readonly leadsTo: string;
  readonly key: string;
  readonly destination: string;
  readonly medium: string;
  readonly campaign: string | null;
  readonly content: string | null;
  readonly erid: string | null;
  /** After this moment it no longer leads anywhere. */
  readonly expiresAt: Date | null;
}

/** Every link of the company that was not archived. */
export async function liveLinks(tx: Tx): Promise<LiveLink[]> {
  return (await linksNotArchived(tx)).map((link) => ({ ...link, leadsTo: addressOf(link) }));
}
