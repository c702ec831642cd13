import { addressOf, PASSED_THROUGH } from '../contract/link-address.ts';

/** The name of the click in the query of the page it leads to; `packages/tracker` and the SDK read it there. */
export const CLICK_PARAMETER = 'mosty_click';
const VALUE_CHARACTERS_MAX = 200;
const UTM = /^utm_[a-z_]{1,30}$/;
const PARAMETERS_MAX = 20;

type Named = Parameters<typeof addressOf>[0];

/** An address with a place for the id of the click in it. */
export interface Address {
  readonly before: string;
  readonly after: string;
}

/** What the visitor brought that is passed on or kept. */
export interface Brought {
  readonly passed: readonly (readonly [string, string])[];
  readonly utm: Readonly<Record<string, string>> | null;
  readonly yclid: string | null;
  readonly erid: string | null;
}

export const NOTHING_BROUGHT: Brought = { passed: [], utm: null, yclid: null, erid: null };

export function readBrought(query: string): Brought {
  const passed: (readonly [string, string])[] = [];
  const utm: Record<string, string> = {};
  let yclid: string | null = null;
  let erid: string | null = null;
  let seen = 0;
  for (const [name, value] of new URLSearchParams(query)) {
    seen += 1;
    if (seen > PARAMETERS_MAX) break;
    if (value === '' || value.length > VALUE_CHARACTERS_MAX) continue;
    if (UTM.test(name)) utm[name] = keepable(value);
    else if (!(PASSED_THROUGH as readonly string[]).includes(name)) continue;
    passed.push([name, value]);
    if (name === 'yclid') yclid = keepable(value);
    if (name === 'erid') erid = keepable(value);
  }
  return { passed, utm: Object.keys(utm).length > 0 ? utm : null, yclid, erid };
}

/** PostgreSQL keeps neither NUL nor half a letter. */
export function keepable(text: string): string {
  return text.replaceAll('\0', '').toWellFormed();
}

/**
 * Where a link leads: only ever to its stored destination. UTM marks of the visitor fill in what neither the destination nor
 * the link says: whose sale it was is told by the link and not by what somebody wrote into the address.
 */
export function destinationOf(link: Named, brought: Brought): string {
  const url = new URL(addressOf(link, brought.passed));
  url.searchParams.delete(CLICK_PARAMETER);
  for (const [name, value] of brought.passed)
    if (!url.searchParams.has(name)) url.searchParams.set(name, value);
  return url.href;
}

/** Splits an address where the id of the click goes: at the end of its query, before its fragment. */
export function withClick(address: string): Address {
  const hash = address.indexOf('#');
  const whole = hash < 0 ? address : address.slice(0, hash);
  return {
    before: `${whole}${whole.includes('?') ? '&' : '?'}${CLICK_PARAMETER}=`,
    after: hash < 0 ? '' : address.slice(hash),
  };
}
