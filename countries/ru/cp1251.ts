/** Byte of every character of windows-1251, found by reading all bytes once: no table to get wrong. */
const BYTES = new Map<string, number>(
  Array.from(
    { length: 256 },
    (_, byte) => [new TextDecoder('windows-1251').decode(Uint8Array.of(byte)), byte] as const,
  ),
);

/** What people write and the encoding lacks. «₽» and the narrow space are not in it, the no-break space is. */
const INSTEAD: Readonly<Record<string, string>> = {
  '₽': 'руб.',
  '\u202f': '\u00a0',
  '\u2009': ' ',
  '\u2011': '-',
  '\u2212': '-',
  '\u2033': '"',
};

/** The text in windows-1251, or the characters it has no place for. */
export function encodeCp1251(
  text: string,
): { readonly bytes: Uint8Array } | { readonly unknown: readonly string[] } {
  const characters = [...text.normalize('NFC')].flatMap((character) => [
    ...(INSTEAD[character] ?? character),
  ]);
  const unknown = characters.filter((character) => !BYTES.has(character));
  if (unknown.length > 0) return { unknown: [...new Set(unknown)] };
  return { bytes: Uint8Array.from(characters, (character) => BYTES.get(character) ?? 0) };
}
