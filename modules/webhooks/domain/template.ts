import { Refusal } from '@mosty/kernel/refusal';
import { minorDigits } from '@mosty/kernel/money';
import { POSTBACK_FIELDS, type PostbackField } from '../contract/postbacks.ts';

const FIELD = /\{([^{}]*)\}/g;
const KNOWN: ReadonlySet<string> = new Set(POSTBACK_FIELDS);

export type Fill = Partial<Record<PostbackField, string>>;

/** Only known fields, and none in the host: who is called is the address's own word, not an event's. */
export function checkTemplate(template: string): Refusal | null {
  const strange = [...template.matchAll(FIELD)]
    .map(([, name]) => String(name))
    .filter((name) => !KNOWN.has(name));
  if (strange.length > 0)
    return new Refusal('invalid', 'webhooks.field_unknown', {
      field: strange[0]?.slice(0, 60) ?? '',
      known: [...POSTBACK_FIELDS],
    });
  const place = /^[a-z]+:\/\/[^/?#]*/i.exec(template)?.[0] ?? '';
  return place.includes('{') ? new Refusal('invalid', 'webhooks.field_in_host', {}) : null;
}

/** The address to call: each field percent-encoded, what is not known empty. */
export function filled(template: string, fill: Fill): string {
  return template.replace(FIELD, (_whole, name: string) =>
    encodeURIComponent(fill[name as PostbackField] ?? ''),
  );
}

/** «1234.50»: what advertising networks expect of {amount}. */
export function majorUnits(minor: bigint, currency: string): string {
  const digits = minorDigits(currency);
  const text = (minor < 0n ? -minor : minor).toString().padStart(digits + 1, '0');
  const whole = text.slice(0, text.length - digits);
  const sign = minor < 0n ? '-' : '';
  return digits === 0 ? `${sign}${text}` : `${sign}${whole}.${text.slice(-digits)}`;
}
