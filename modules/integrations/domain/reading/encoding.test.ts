import { describe, expect, it } from 'vitest';
import { watchEncoding } from './encoding.ts';

function verdict(...chunks: Uint8Array[]): string {
  const watch = watchEncoding();
  for (const chunk of chunks) watch.see(chunk);
  return watch.verdict();
}

const utf8 = (text: string): Uint8Array => new TextEncoder().encode(text);
/** «Привет» in windows-1251. */
const CP1251 = Uint8Array.from([0xcf, 0xf0, 0xe8, 0xe2, 0xe5, 0xf2]);

describe('the encoding of a file', () => {
  it('is UTF-8 for ASCII, for Russian, and for a letter cut between two chunks', () => {
    expect(verdict(utf8('name,sum\n'))).toBe('utf-8');
    const bytes = utf8('Привет 👍');
    expect(verdict(bytes.subarray(0, 3), bytes.subarray(3, 14), bytes.subarray(14))).toBe('utf-8');
  });

  it('is windows-1251 even when the first Russian word comes after a million ASCII rows', () => {
    expect(verdict(utf8('a,b\n'.repeat(100_000)), CP1251)).toBe('windows-1251');
  });

  it('stays UTF-8 when a few bytes of it are broken', () => {
    expect(verdict(utf8('Имя;Сумма\n'.repeat(50)), Uint8Array.from([0xff, 0xd0]), utf8('Ещё строка'))).toBe(
      'utf-8',
    );
  });

  it('follows a byte order mark', () => {
    expect(verdict(Uint8Array.from([0xff, 0xfe, 0x31, 0x00]))).toBe('utf-16le');
    expect(verdict(Uint8Array.from([0xef, 0xbb, 0xbf]), CP1251)).toBe('utf-8');
  });
});
