/** As signs and mail addresses write Russian names. */
const LETTERS: Readonly<Record<string, string>> = Object.fromEntries(
  'а=a б=b в=v г=g д=d е=e ё=e ж=zh з=z и=i й=i к=k л=l м=m н=n о=o п=p р=r с=s т=t у=u ф=f х=h ц=ts ч=ch ш=sh щ=sch ъ= ы=y ь= э=e ю=yu я=ya'
    .split(' ')
    .map((pair): [string, string] => [pair.slice(0, 1), pair.slice(2)]),
);

const LENGTH_MAX = 24;

/** «ООО „Вектор CRM“» → `vektor-crm`: what a person can read off a poster and type. Empty when nothing is left. */
export function slugOf(name: string): string {
  const latin = [...name.normalize('NFC').toLowerCase().replace(LEGAL_FORMS, ' ')]
    .map((letter) => LETTERS[letter] ?? letter)
    .join('')
    .normalize('NFKD')
    .replace(/[^a-z0-9]+/g, '-');
  return trimmed(trimmed(latin).slice(0, LENGTH_MAX));
}

const LEGAL_FORMS = /(?<!\p{L})(ооо|оао|зао|пао|ао|ип|llc|ltd|inc|gmbh)(?!\p{L})/gu;

function trimmed(text: string): string {
  return text.replace(/^-+|-+$/g, '');
}

/** The slug, or the slug with the first number that makes it free. */
export function freeText(wanted: string, isTaken: (text: string) => boolean): string {
  if (!isTaken(wanted)) return wanted;
  for (let number = 2; ; number += 1) if (!isTaken(`${wanted}-${number}`)) return `${wanted}-${number}`;
}
