import { NAMES_MAX } from '../contract/survey.ts';

/** What somebody called a person, a community, a tool; with the address they gave, if any. */
export interface SaidName {
  readonly spoken: string;
  readonly link: string | null;
}

const SPOKEN_MAX = 300;
/** «https://…», «t.me/…», «vk.com/…», «@name»: an address rather than a name. */
const ADDRESS =
  /(?:https?:\/\/\S+)|(?:(?:www\.)?(?:[\p{L}\d-]+\.)+\p{L}{2,}\/\S+)|(?:(?:^|(?<=[\s(,;]))@[A-Za-z\d_.]{3,})/u;
/** «нет», «не знаю», «–»: people answer that they follow nobody. */
const NOBODY =
  /^(?:[-–—.\s]*|нет|никого?|ничего|никто|не знаю|не помню|н\/д|no|none|nobody|nothing|n\/a|don'?t know)$/iu;

/** Names of a free answer: one a line, or several with commas or semicolons between. */
export function readNames(text: string): SaidName[] {
  const parts = text
    .split(/[\n;]|,(?!\d)/u)
    .map((part) => part.replace(/^\s*(?:[-–—•*]|\d{1,2}[.)])\s+/u, '').trim())
    .filter((part) => !NOBODY.test(part));
  return parts.slice(0, NAMES_MAX + 1).flatMap((part) => readName(part) ?? []);
}

/** «Оптовик Денис (t.me/optdenis)» is a name with a link; an address alone is its own name. Null: nothing was said. */
export function readName(text: string): SaidName | null {
  const plain = text.normalize('NFC').replace(/\s+/gu, ' ').trim();
  const link = ADDRESS.exec(plain)?.[0].replace(/[).,]+$/u, '') ?? null;
  const bare = (link === null ? plain : plain.replace(link, ' '))
    .replace(/[(<[]\s*[)>\]]/gu, ' ')
    .replace(/\s+/gu, ' ')
    .replace(/^[\s–—:,()-]+|[\s–—:,(-]+$/gu, '')
    .trim();
  const spoken = (bare || link?.replace(/^https?:\/\/(?:www\.)?/u, '').replace(/\/$/u, '') || '').slice(
    0,
    SPOKEN_MAX,
  );
  return spoken === '' ? null : { spoken: spoken.toWellFormed(), link };
}
