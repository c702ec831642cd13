import { MostyError } from './error.ts';

/** An event as Mosty sends it: ids, never names or contacts. */
export interface MostyEvent {
  readonly type: string;
  readonly timestamp: string;
  readonly data: Readonly<Record<string, unknown>>;
}

export interface Received {
  /** The body exactly as it came: a parsed and printed one has another signature. */
  readonly body: string;
  readonly headers: Headers | Readonly<Record<string, string | readonly string[] | undefined>>;
}

const PREFIX = 'whsec_';
/** A letter older or newer than this is somebody's copy. */
const TOLERANCE_S = 300;

/**
 * Checks that Mosty sent it, by Standard Webhooks (HMAC-SHA256 over id, time and body), and answers the event.
 * @throws MostyError `sdk.webhook_not_signed`, `sdk.webhook_too_old`, `sdk.webhook_forged`
 */
export async function verifyWebhook(
  secret: string,
  received: Received,
  now = new Date(),
): Promise<MostyEvent> {
  const id = headerOf(received, 'webhook-id');
  const at = headerOf(received, 'webhook-timestamp');
  const signatures = headerOf(received, 'webhook-signature');
  if (!id || !at || !signatures) throw new MostyError(0, 'sdk.webhook_not_signed', {});
  if (!(Math.abs(now.getTime() / 1_000 - Number(at)) <= TOLERANCE_S))
    throw new MostyError(0, 'sdk.webhook_too_old', { timestamp: at });
  const key = await crypto.subtle.importKey(
    'raw',
    bytesOf(secret.startsWith(PREFIX) ? secret.slice(PREFIX.length) : secret),
    { name: 'HMAC', hash: 'SHA-256' },
    false,
    ['verify'],
  );
  const signed = new TextEncoder().encode(`${id}.${at}.${received.body}`);
  for (const one of signatures.split(' ')) {
    const [version, signature = ''] = one.split(',');
    // While a secret is rotated a letter is signed with both.
    if (version === 'v1' && (await crypto.subtle.verify('HMAC', key, bytesOf(signature), signed)))
      return JSON.parse(received.body) as MostyEvent;
  }
  throw new MostyError(0, 'sdk.webhook_forged', { id });
}

function headerOf({ headers }: Received, name: string): string | null {
  if (headers instanceof Headers) return headers.get(name);
  const value = headers[name];
  return typeof value === 'string' ? value : (value?.[0] ?? null);
}

function bytesOf(base64: string): Uint8Array<ArrayBuffer> {
  try {
    return Uint8Array.from(atob(base64), (letter) => letter.charCodeAt(0));
  } catch {
    return new Uint8Array();
  }
}
