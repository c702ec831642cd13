import { createHmac, timingSafeEqual } from 'node:crypto';

/** How far the provider's clock and ours may be apart; older, and it may be somebody's recording. */
const TOLERANCE_S = 300;

export type Verdict = 'well' | 'signature_missing' | 'signature_wrong' | 'too_old';

function equal(one: Buffer, other: Buffer): boolean {
  return one.length === other.length && timingSafeEqual(one, other);
}

function isFresh(seconds: number, at: Date): boolean {
  return Math.abs(at.getTime() / 1_000 - seconds) <= TOLERANCE_S;
}

/** `Stripe-Signature: t=…,v1=…,v1=…`: HMAC-SHA256 of `t.body`, several while Stripe rolls its secret. */
export function checkStripe(secret: string, header: string | undefined, body: Buffer, at: Date): Verdict {
  const parts = (header ?? '').split(',').map((part) => part.trim().split('=', 2));
  const stamp = parts.find(([name]) => name === 't')?.[1] ?? '';
  const given = parts.flatMap(([name, value]) => (name === 'v1' && value ? [value] : []));
  if (!/^\d{1,12}$/.test(stamp) || given.length === 0) return 'signature_missing';
  const expected = createHmac('sha256', secret).update(`${stamp}.`).update(body).digest();
  if (!given.some((value) => equal(Buffer.from(value, 'hex'), expected))) return 'signature_wrong';
  return isFresh(Number(stamp), at) ? 'well' : 'too_old';
}

/** `X-Content-HMAC` is of the bytes as they came, base64; `Content-HMAC` of them decoded, where they are a form. */
export function checkCloudPayments(
  secret: string,
  headers: { readonly raw: string | undefined; readonly decoded: string | undefined },
  body: Buffer,
): Verdict {
  if (!headers.raw && !headers.decoded) return 'signature_missing';
  const of = (bytes: Buffer | string) => createHmac('sha256', secret).update(bytes).digest();
  const matches = (given: string | undefined, bytes: Buffer | string) =>
    given !== undefined && equal(Buffer.from(given, 'base64'), of(bytes));
  return matches(headers.raw, body) ||
    matches(headers.decoded, body) ||
    matches(headers.decoded, formDecoded(body.toString('utf8')))
    ? 'well'
    : 'signature_wrong';
}

function formDecoded(text: string): string {
  try {
    return decodeURIComponent(text.replaceAll('+', ' '));
  } catch {
    return text;
  }
}

/** Standard Webhooks, this time as the receiver. */
export function checkStandard(
  secret: string,
  headers: {
    readonly id: string | undefined;
    readonly stamp: string | undefined;
    readonly given: string | undefined;
  },
  body: Buffer,
  at: Date,
): Verdict {
  const { id, stamp, given } = headers;
  if (!id || !stamp || !given || !/^\d{1,12}$/.test(stamp)) return 'signature_missing';
  const key = Buffer.from(secret.replace(/^whsec_/, ''), 'base64');
  const expected = createHmac('sha256', key).update(`${id}.${stamp}.`).update(body).digest();
  const matches = given
    .split(' ')
    .some((one) => one.startsWith('v1,') && equal(Buffer.from(one.slice(3), 'base64'), expected));
  if (!matches) return 'signature_wrong';
  return isFresh(Number(stamp), at) ? 'well' : 'too_old';
}

/** The end of a path, compared without telling by the time it takes how much of it was right. */
export function checkPathSecret(secret: string, given: string | null): Verdict {
  if (given === null) return 'signature_missing';
  const of = (text: string) => createHmac('sha256', 'path').update(text).digest();
  return equal(of(secret), of(given)) ? 'well' : 'signature_wrong';
}
