import type { InBoth } from './say.ts';

type Language = 'ru' | 'en';

export interface Line {
  readonly title: InBoth;
  readonly link: string;
}

interface Letter {
  readonly subject: string;
  readonly text: string;
}

const FOOT = {
  ru: (settings: string) => `Выбрать, о чём писать и в какие часы молчать: ${settings}\n`,
  en: (settings: string) => `Choose what to write about and when to be quiet: ${settings}\n`,
};

/** What happened and where to look: no names and no sums, for mail is read by more than one. */
export function newsLetter(language: Language, lines: readonly Line[], settings: string): Letter {
  const [first] = lines;
  if (!first) throw new Error('a letter about nothing');
  const subject =
    lines.length === 1
      ? `Mosty: ${first.title[language]}`
      : { ru: `Mosty: новостей – ${lines.length}`, en: `Mosty: ${lines.length} pieces of news` }[language];
  const told = lines.map(({ title, link }) => `${title[language]}\n${link}`).join('\n\n');
  return { subject, text: `${told}\n\n${FOOT[language](settings)}` };
}

export interface Counted {
  readonly name: InBoth;
  readonly count: number;
}

/** Once a week: how much of each kind waits, and one link. */
export function digestLetter(
  language: Language,
  counted: readonly Counted[],
  list: string,
  settings: string,
): Letter {
  const head = {
    ru: ['Mosty: итоги недели', 'За неделю не прочитано:'],
    en: ['Mosty: the week', 'Not read this week:'],
  }[language];
  const rows = counted.map(({ name, count }) => `${name[language]}: ${count}`).join('\n');
  return { subject: head[0] ?? '', text: `${head[1]}\n\n${rows}\n\n${list}\n\n${FOOT[language](settings)}` };
}
