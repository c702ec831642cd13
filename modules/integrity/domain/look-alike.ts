/** Cyrillic letters that stand for the Latin ones they sound or look like, and digits that stand for letters. */
const LOOKS: Readonly<Record<string, string>> = {
  а: 'a',
  б: 'b',
  в: 'v',
  г: 'g',
  д: 'd',
  е: 'e',
  ё: 'e',
  ж: 'zh',
  з: 'z',
  и: 'i',
  й: 'i',
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
  ц: 'c',
  ч: 'ch',
  ш: 'sh',
  щ: 'sch',
  ъ: '',
  ы: 'y',
  ь: '',
  э: 'e',
  ю: 'yu',
  я: 'ya',
  '0': 'o',
  '1': 'l',
  '3': 'e',
  '5': 's',
};

/** As an eye in a hurry reads it: one alphabet, no case, no signs between letters. */
export function foldedForLooks(text: string): string {
  return [...text.toLowerCase().normalize('NFKC')]
    .map((letter) => LOOKS[letter] ?? letter)
    .join('')
    .replaceAll(/[^\p{L}\p{N}]/gu, '');
}

/** The domain of ours that the host pretends to be; null: none, or it is ours. */
export function looksLike(
  host: string,
  ownDomains: readonly string[],
  brandWords: readonly string[],
  lettersApart: number,
): string | null {
  const name = host.toLowerCase().replace(/:\d+$/, '');
  if (ownDomains.some((own) => name === own || name.endsWith(`.${own}`))) return null;
  const mine = foldedForLooks(ownLabel(name));
  for (const own of ownDomains) {
    const theirs = foldedForLooks(ownLabel(own));
    // A short name is near to half of the dictionary.
    const apart = theirs.length >= 5 ? lettersApart : 0;
    if (within(mine, theirs, apart)) return own;
  }
  const word = brandWords.find((one) => one.length >= 5 && mine.includes(one));
  return word === undefined ? null : (ownDomains[0] ?? word);
}

/** What stands before the zone: `shop.polka.example.ru` is told by `polka` as long as the zone is not known better. */
function ownLabel(host: string): string {
  const labels = host.replace(/^www\./, '').split('.');
  return labels.length <= 2 ? (labels[0] ?? host) : (labels.at(-3) ?? host);
}

/** Whether so few letters are put in, left out or changed. */
function within(one: string, other: string, most: number): boolean {
  if (Math.abs(one.length - other.length) > most) return false;
  let row = Array.from({ length: other.length + 1 }, (_, place) => place);
  for (let i = 1; i <= one.length; i += 1) {
    const next = [i];
    for (let j = 1; j <= other.length; j += 1)
      next.push(
        Math.min(
          (row[j] ?? 0) + 1,
          (next[j - 1] ?? 0) + 1,
          (row[j - 1] ?? 0) + (one[i - 1] === other[j - 1] ? 0 : 1),
        ),
      );
    row = next;
  }
  return (row[other.length] ?? 0) <= most;
}
