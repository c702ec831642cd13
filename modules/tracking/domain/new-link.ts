import { Refusal } from '@mosty/kernel/refusal';
import { linkKey } from '../contract/link-address.ts';

/** Addresses a browser, a robot or we ourselves ask for under `/r/`. */
const RESERVED = new Set(
  'admin api app apple-app-site-association assets auth click favicon health help index login logout mosty null qr r robots sitemap static status support track undefined well-known'.split(
    ' ',
  ),
);

export interface AllowedHost {
  readonly host: string;
  readonly withSubdomains: boolean;
}

interface LinkDraft {
  /** Undefined: one will be made. */
  readonly key: string | undefined;
  readonly destination: string;
  readonly domain: string | undefined;
  readonly expiresAt: Date | undefined;
}

interface Circumstances {
  readonly agreement: { readonly acceptedAt: Date | null; readonly endedAt: Date | null };
  readonly destinations: readonly AllowedHost[];
  readonly domains: readonly string[];
  readonly now: Date;
}

/** S0.39: rules first, then a link; and it leads only where the company allows. */
export function checkLink(draft: LinkDraft, about: Circumstances): Refusal | null {
  return checkAgreement(about.agreement) ?? checkKey(draft.key) ?? checkPlace(draft, about);
}

function checkAgreement({ acceptedAt, endedAt }: Circumstances['agreement']): Refusal | null {
  if (endedAt !== null)
    return new Refusal('not_now', 'agreements.agreement_ended', { endedAt: endedAt.toISOString() });
  return acceptedAt === null ? new Refusal('not_now', 'tracking.link_before_rules', {}) : null;
}

function checkKey(key: string | undefined): Refusal | null {
  return key !== undefined && isReserved(key)
    ? new Refusal('conflict', 'tracking.link_key_reserved', { key })
    : null;
}

export function isReserved(key: string): boolean {
  return RESERVED.has(linkKey(key));
}

/** Of the draft or of a change of a link. */
export function checkPlace(
  draft: Pick<LinkDraft, 'destination' | 'domain' | 'expiresAt'>,
  about: Pick<Circumstances, 'destinations' | 'domains' | 'now'>,
): Refusal | null {
  if (!mayLeadTo(draft.destination, about.destinations))
    return new Refusal('invalid', 'tracking.destination_not_allowed', {
      host: hostOf(draft.destination) ?? draft.destination,
      allowed: about.destinations.map((one) => one.host).join(', '),
    });
  if (draft.domain !== undefined && !about.domains.includes(draft.domain))
    return new Refusal('invalid', 'tracking.domain_unknown', { domain: draft.domain });
  if (draft.expiresAt !== undefined && draft.expiresAt <= about.now)
    return new Refusal('invalid', 'tracking.link_expires_in_past', {});
  return null;
}

/** `shop.ru@evil.ru` is evil.ru with a name before it: no such address is allowed at all. */
export function mayLeadTo(destination: string, allowed: readonly AllowedHost[]): boolean {
  const host = hostOf(destination);
  if (host === null) return false;
  return allowed.some((one) => host === one.host || (one.withSubdomains && host.endsWith(`.${one.host}`)));
}

/** As a browser reads it; null for what is no address of a web page. */
export function hostOf(address: string): string | null {
  if (!URL.canParse(address)) return null;
  const url = new URL(address);
  const isPage = url.protocol === 'https:' || url.protocol === 'http:';
  return isPage && url.username === '' && url.password === '' ? url.host : null;
}

/** A host as somebody typed it: «Магазин.рф», `https://shop.ru/`; null when there is none in it. */
export function typedHost(typed: string): string | null {
  const text = typed.trim();
  const host = hostOf(/^https?:\/\//i.test(text) ? text : `https://${text}`);
  return host !== null && /^[a-z0-9.-]+(:\d{1,5})?$/.test(host) ? host : null;
}
