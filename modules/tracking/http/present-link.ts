import { addressOf } from '../contract/link-address.ts';
import type { LinkRecord } from '../store/links.ts';

/** Links answer where Mosty itself was asked (`origin`) while the company has named no domain of its own. */
export function presentLink<L extends LinkRecord>(link: L, origin: string) {
  const at = link.domain === null ? origin : `https://${link.domain}`;
  return { ...link, url: `${at}/r/${encodeURIComponent(link.key)}`, leadsTo: addressOf(link) };
}
