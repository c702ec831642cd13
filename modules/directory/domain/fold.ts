/**
 * One spelling for many: «Ёлка», «елка» and «Yolka», «Вектор» and «Vector» fold to the same letters, so that a
 * search finds a name whichever alphabet it was written in. Lossy on purpose; never shown.
 */
export function fold(text: string): string {
  const latin = [...text.normalize('NFKD').toLowerCase().replace(MARKS, '')]
    .map((letter) => CYRILLIC[letter] ?? letter)
    .join('');
  return SAME_SOUND.reduce((folded, [from, to]) => folded.replace(from, to), latin)
    .replace(/(\p{L})\1+/gu, '$1')
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
}

/** The words a reader typed, folded; all of them must be found. */
export function foldWords(text: string): string[] {
  return fold(text).split(' ').filter(Boolean);
}

/**
 * What makes two names the same when a list or a sale names somebody: letter case, ё and е, quotes and spaces do not
 * tell them apart, everything else does. Money follows it, so it never guesses as `fold` does.
 */
export function nameKey(name: string): string {
  const plain = name
    .normalize('NFKC')
    .toLowerCase()
    .replaceAll('ё', 'е')
    .replace(/[«»„“”‟"'`’]/gu, '');
  const key = plain.replace(/\s+/gu, ' ').trim() || name.trim();
  // NFKC may write one letter as eighteen; an index takes no more than a page of them.
  return key.slice(0, KEY_CHARACTERS_MAX).toWellFormed();
}

/** What search looks through. Keys and numbers stay letter for letter. */
export function searchText(thing: {
  name: string;
  externalId?: string | null | undefined;
  taxNumber?: string | null | undefined;
  site?: string | null | undefined;
}): string {
  const exact = [thing.externalId, thing.taxNumber]
    .filter((part) => part !== null && part !== undefined)
    .map(exactKey);
  return [fold(thing.name), fold(thing.site ?? ''), ...exact].filter(Boolean).join(' ');
}

/** Keys and numbers are searched letter for letter, whatever the case. */
export function exactKey(text: string): string {
  return `=${text.toLowerCase().replace(/\s+/g, '')}`;
}

const KEY_CHARACTERS_MAX = 300;

// NFKD parts й into и + breve and ё into е + diaeresis; the marks go, and with them the differences.
const MARKS = /\p{M}+/gu;

const CYRILLIC: Record<string, string> = {
  а: 'a',
  б: 'b',
  в: 'v',
  г: 'g',
  д: 'd',
  е: 'e',
  ж: 'zh',
  з: 'z',
  и: 'i',
  к: 'k',
  л: 'l',
  м: 'm',
  н: 'n',
  о: 'o',
  п: 'p',
  р: 'r',
  с: 's',
  т: 't',
  у: 'u',
  ф: 'f',
  х: 'h',
  ц: 'ц',
  ч: 'ч',
  ш: 'ш',
  щ: 'ш',
  ъ: '',
  ы: 'i',
  ь: '',
  э: 'e',
  ю: 'iu',
  я: 'ia',
};

// In this order: longer spellings of one sound before shorter ones. ц, ч and ш stand for themselves.
const SAME_SOUND: readonly [RegExp, string][] = [
  [/shch|sch|sh/g, 'ш'],
  [/tch|ch/g, 'ч'],
  [/ts|tz|c(?=[eiy])/g, 'ц'],
  [/kh/g, 'h'],
  [/ph/g, 'f'],
  [/th/g, 't'],
  [/yo|jo/g, 'e'],
  [/ck|c|q/g, 'k'],
  [/x/g, 'ks'],
  [/w/g, 'v'],
  [/[yj]/g, 'i'],
];
