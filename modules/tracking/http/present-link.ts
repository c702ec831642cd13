import { addressOf } from '../contract/link-address.ts';
import type { LinkRecord } from '../store/links.ts';

type Headers = Readonly<Record<string, string | string[] | undefined>>;

/** Where Mosty itself was asked: links answer there while the company has named no domain of its own. */
export function originOf(headers: Headers): string {
  const host = one(headers['x-forwarded-host']) ?? one(headers['host']) ?? 'localhost';
  const isNear = /^(localhost|127\.|\[::1\])/.test(host);
  return `${one(headers['x-forwarded-proto']) ?? (isNear ? 'http' : 'https')}://${host}`;
}

function one(value: string | string[] | undefined): string | undefined {
  return (Array.isArray(value) ? value[0] : value)?.split(',')[0]?.trim();
}

export function presentLink<L extends LinkRecord>(link: L, origin: string) {
  const at = link.domain === null ? origin : `https://${link.domain}`;
  return { ...link, url: `${at}/r/${encodeURIComponent(link.key)}`, leadsTo: addressOf(link) };
}
