import { Refusal, refuse } from '@mosty/kernel/refusal';

const READS = new Set(['GET', 'HEAD', 'OPTIONS']);

/** What is needed of an HTTP request to know who sends it. */
export interface Asked {
  readonly method: string;
  readonly headers: Headers | Readonly<Record<string, string | string[] | undefined>>;
}

export function headersOf(asked: Asked): Headers {
  if (asked.headers instanceof Headers) return asked.headers;
  const headers = new Headers();
  for (const [name, value] of Object.entries(asked.headers)) {
    if (name.startsWith(':')) continue;
    for (const one of Array.isArray(value) ? value : [value])
      if (one !== undefined) headers.append(name, one);
  }
  return headers;
}

/**
 * A change asked with a cookie must come from our own page. SameSite=Lax already keeps the cookie off other sites'
 * forms; this also stops other services on the same host. A key in Authorization cannot be sent by another site.
 * @throws Refusal `identity.foreign_origin`
 */
export function refuseForeignOrigin(method: string, headers: Headers, publicUrl: string): void {
  if (READS.has(method)) return;
  const site = headers.get('sec-fetch-site');
  if (site === 'cross-site' || site === 'same-site') foreign(headers);
  const origin = headers.get('origin') ?? originOfReferer(headers.get('referer'));
  if (origin === null) return;
  const host = headers.get('host');
  const own = [new URL(publicUrl).origin, `http://${host ?? ''}`, `https://${host ?? ''}`];
  if (!own.includes(origin)) foreign(headers);
}

function foreign(headers: Headers): never {
  refuse('not_permitted', 'identity.foreign_origin', { origin: headers.get('origin') });
}

function originOfReferer(referer: string | null): string | null {
  if (referer === null) return null;
  try {
    return new URL(referer).origin;
  } catch {
    return 'null';
  }
}

/** 401 and 403 differ: nobody is signed in, against somebody who may not. */
export class NotSignedIn extends Refusal {
  constructor() {
    super('not_permitted', 'identity.not_signed_in');
  }
}
