import * as z from 'zod';
import { PREFIXES, type Noun } from './registry.ts';

export { PREFIXES, type Noun } from './registry.ts';

/** `par_01k…`: the noun's prefix and a UUIDv7 in Crockford base 32, so ids sort by the time they were made. */
export type Id<N extends Noun> = string & { readonly __noun: N };

const ALPHABET = '0123456789abcdefghjkmnpqrstvwxyz';
const BODY = /^[0-7][0-9a-hjkmnp-tv-z]{25}$/;

/** 48 bits of milliseconds, then 74 random bits (RFC 9562, version 7), as 26 characters of five bits each. */
function encode(milliseconds: number, random: Uint8Array): string {
  const high = Math.floor(milliseconds / 0x1_0000_0000);
  const low = milliseconds % 0x1_0000_0000;
  const bytes = [high >>> 8, high, low >>> 24, low >>> 16, low >>> 8, low, ...random.subarray(0, 10)];
  bytes[6] = 0x70 | ((bytes[6] ?? 0) & 0x0f);
  bytes[8] = 0x80 | ((bytes[8] ?? 0) & 0x3f);
  let text = '';
  let waiting = 0;
  // 128 bits make 25 characters and three bits: the first character has two bits less.
  let bits = 2;
  for (const byte of bytes) {
    waiting = (waiting << 8) | (byte & 255);
    bits += 8;
    while (bits >= 5) {
      bits -= 5;
      text += ALPHABET[(waiting >>> bits) & 31];
    }
    waiting &= 31;
  }
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
