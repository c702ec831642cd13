import type { Id } from '@mosty/kernel/id';

/** What a visitor followed: a link, or a code that stands in an address as `?via=`. */
export type Followed = {
  readonly partnerId: Id<'partner'>;
  readonly agreementId: Id<'agreement'>;
  readonly destination: string;
  /** From this moment on it leads nobody any more. */
  readonly endedAt: Date | null;
} & (
  | { readonly linkId: Id<'link'>; readonly codeId: null }
  | { readonly linkId: null; readonly codeId: Id<'code'> }
);

interface Of {
  readonly partnerId: Id<'partner'>;
  readonly agreementId: Id<'agreement'>;
  readonly archivedAt: Date | null;
}

/** A text may be both: what was made to be followed comes first. */
export function followedOf(
  link:
    | (Of & { id: Id<'link'>; destination: string; expiresAt: Date | null; pausedAt: Date | null })
    | undefined,
  code: (Of & { id: Id<'code'>; pausedAt: Date | null }) | undefined,
): Followed | null {
  if (link) {
    const { id, partnerId, agreementId, destination, expiresAt, archivedAt, pausedAt } = link;
    const endedAt = earlier(earlier(archivedAt, expiresAt), pausedAt);
    return { linkId: id, codeId: null, partnerId, agreementId, destination, endedAt };
  }
  if (!code) return null;
  const { id, partnerId, agreementId, archivedAt, pausedAt } = code;
  const endedAt = earlier(archivedAt, pausedAt);
  return { linkId: null, codeId: id, partnerId, agreementId, destination: '', endedAt };
}

function earlier(one: Date | null, other: Date | null): Date | null {
  if (one === null || other === null) return one ?? other;
  return one < other ? one : other;
}

/** Whom a page's own address names: `?via=`, `?ref=`, or our own mark `p` after a redirect. */
const NAMES = ['via', 'ref', 'p'];

export function viaOf(url: string | undefined): string | null {
  if (url === undefined || !URL.canParse(url)) return null;
  const { searchParams } = new URL(url);
  for (const name of NAMES) {
    const value = searchParams.get(name)?.trim();
    if (value) return value;
  }
  return null;
}

const UTM = ['utm_source', 'utm_medium', 'utm_campaign', 'utm_content', 'utm_term'];
const VALUE_MAX = 200;

/** What the address of the page carried. */
export function marksOf(url: string | undefined): {
  utm: Record<string, string> | null;
  yclid: string | null;
  erid: string | null;
} {
  const found = url !== undefined && URL.canParse(url) ? new URL(url).searchParams : new URLSearchParams();
  const utm = UTM.flatMap((name) => {
    const value = found.get(name);
    return value ? [[name, value.slice(0, VALUE_MAX)] as const] : [];
  });
  return {
    utm: utm.length === 0 ? null : Object.fromEntries(utm),
    yclid: found.get('yclid')?.slice(0, VALUE_MAX) ?? null,
    erid: found.get('erid')?.slice(0, VALUE_MAX) ?? null,
  };
}
