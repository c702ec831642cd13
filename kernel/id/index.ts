import * as z from 'zod';
import { PREFIXES, type Noun } from './registry.ts';

export { PREFIXES, type Noun } from './registry.ts';

/** `par_01k…`: the noun's prefix and a UUIDv7 in Crockford base 32, so ids sort by the time they were made. */
export type Id<N extends Noun> = string & { readonly __noun: N };

const ALPHABET = '0123456789abcdefghjkmnpqrstvwxyz';
const BODY = /^[0-7][0-9a-hjkmnp-tv-z]{25}$/;

/** 48 bits of milliseconds, then 74 random bits (RFC 9562, version 7), as 26 characters. */
function encode(milliseconds: number, random: Uint8Array): string {
  let value = BigInt(milliseconds) << 80n;
  let tail = 0n;
  for (const byte of random.subarray(0, 10)) tail = (tail << 8n) | BigInt(byte);
  tail = (tail & ~(0xfn << 76n)) | (7n << 76n);
  tail = (tail & ~(0x3n << 62n)) | (2n << 62n);
  value |= tail;
  let text = '';
  for (let place = 125n; place >= 0n; place -= 5n) text += ALPHABET[Number((value >> place) & 31n)];
  return text;
}

/** Where ids come from. Real ones are random; a test or the demo passes a seeded source and replays. */
export interface IdSource {
  next<N extends Noun>(noun: N, at: Date): Id<N>;
}

export function idSource(randomBytes: (count: number) => Uint8Array): IdSource {
  let pool: Uint8Array = new Uint8Array(0);
  let used = 0;
  return {
    next(noun, at) {
      if (used + 10 > pool.length) {
        pool = randomBytes(1280);
        used = 0;
      }
      const id = `${PREFIXES[noun]}_${encode(at.getTime(), pool.subarray(used, used + 10))}`;
      used += 10;
      return id as Id<typeof noun>;
    },
  };
}

/** Web Crypto: in browsers and in Node alike. */
export const randomIds: IdSource = idSource((count) => crypto.getRandomValues(new Uint8Array(count)));

export function isId<N extends Noun>(noun: N, text: string): text is Id<N> {
  const prefix = `${PREFIXES[noun]}_`;
  return text.startsWith(prefix) && BODY.test(text.slice(prefix.length));
}

/** The zod shape of an id of this noun. */
export function idSchema<N extends Noun>(noun: N): z.ZodType<Id<N>, string> {
  const shape = z.string().regex(new RegExp(`^${PREFIXES[noun]}_[0-7][0-9a-hjkmnp-tv-z]{25}$`));
  return shape as unknown as z.ZodType<Id<N>, string>;
}
