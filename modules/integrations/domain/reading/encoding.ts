import { isAscii } from 'node:buffer';
import type { Encoding } from '../../contract/mapping.ts';

export interface EncodingWatch {
  see(bytes: Uint8Array): void;
  /** What the bytes seen so far are written in. */
  verdict(): Encoding;
}

/**
 * Looks at every byte of a file, because one that begins in ASCII may turn Russian in its millionth row. A byte
 * order mark decides; otherwise sequences that are UTF-8 are weighed against bytes that cannot be: a single byte
 * broken on the way must not turn a whole file into another alphabet.
 */
export function watchEncoding(): EncodingWatch {
  const head: number[] = [];
  let sequences = 0;
  let strays = 0;
  let waiting = 0;
  let low = 0x80;
  let high = 0xbf;

  function seeByte(byte: number): void {
    if (waiting > 0) {
      if (byte >= low && byte <= high) {
        waiting -= 1;
        low = 0x80;
        high = 0xbf;
        if (waiting === 0) sequences += 1;
        return;
      }
      strays += 1;
      waiting = 0;
      low = 0x80;
      high = 0xbf;
    }
    if (byte < 0x80) return;
    if (byte >= 0xc2 && byte <= 0xdf) waiting = 1;
    else if (byte >= 0xe0 && byte <= 0xef) waiting = 2;
    else if (byte >= 0xf0 && byte <= 0xf4) waiting = 3;
    else strays += 1;
    // Overlong forms, surrogates and what lies beyond Unicode are not UTF-8 (RFC 3629).
    if (byte === 0xe0) low = 0xa0;
    if (byte === 0xed) high = 0x9f;
    if (byte === 0xf0) low = 0x90;
    if (byte === 0xf4) high = 0x8f;
  }

  return {
    see(bytes) {
      for (let at = 0; head.length < 3 && at < bytes.length; at += 1) head.push(bytes[at] ?? 0);
      if (waiting === 0 && isAscii(bytes)) return;
      for (let at = 0; at < bytes.length; at += 1) {
        const byte = bytes[at] as number;
        if (byte >= 0x80 || waiting > 0) seeByte(byte);
      }
    },
    verdict() {
      if (head[0] === 0xff && head[1] === 0xfe) return 'utf-16le';
      if (head[0] === 0xfe && head[1] === 0xff) return 'utf-16be';
      if (head[0] === 0xef && head[1] === 0xbb && head[2] === 0xbf) return 'utf-8';
      return strays > sequences ? 'windows-1251' : 'utf-8';
    },
  };
}
