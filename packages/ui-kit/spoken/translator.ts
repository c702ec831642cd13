import type { Language } from '../format/language.ts';
import type { Words } from '../screen.ts';

/** What fills the holes of a text. `count` also chooses the plural, `defaultValue` stands for a text that is missing. */
export interface Fill {
  readonly count?: number;
  readonly defaultValue?: string;
  readonly [hole: string]: unknown;
}

/** `t('partners.title')`; `t('kit:more')` looks into another namespace; of several keys the first that has a text. */
export type Translate = (key: string | readonly string[], fill?: Fill) => string;

export interface Spoken {
  readonly language: Language;
  /** By namespace: `kit`, `shell` and the names of modules. */
  readonly words: Readonly<Record<string, Words>>;
  /** The last touch to every text, with the values already in it. */
  readonly finish?: (text: string, language: Language) => string;
}

const HOLE = /\{\{\s*(\w+)\s*\}\}/g;
/** `$t(integrations:field.{{field}})`: a text within a text. */
const INNER = /\$t\(([^)]+)\)/g;

const plurals = new Map<Language, Intl.PluralRules>();

function ending(language: Language, count: number): string {
  let rules = plurals.get(language);
  if (!rules) {
    rules = new Intl.PluralRules(language);
    plurals.set(language, rules);
  }
  return `_${rules.select(count)}`;
}

function fillHoles(text: string, fill: Fill): string {
  // A hole nobody fills stays in sight: tests look for it.
  return text.replace(HOLE, (hole, name: string) => {
    const value = fill[name];
    if (value === undefined) return hole;
    return typeof value === 'string' || typeof value === 'number'
      ? `${value}`
      : value === null
        ? ''
        : JSON.stringify(value);
  });
}

function textAt(words: Words | undefined, path: string): string | undefined {
  let found: string | Words | undefined = words;
  for (const step of path.split('.')) {
    if (typeof found !== 'object' || !Object.hasOwn(found, step)) return undefined;
    found = found[step];
  }
  return typeof found === 'string' ? found : undefined;
}

/**
 * Words by key, in 60 lines instead of a library of 17 KB: plurals by `Intl.PluralRules` (`sales_one`, `sales_few`),
 * `{{holes}}`, other namespaces, texts within texts. A key without a text is shown as it is: the check of words finds it.
 */
export function translator(spoken: Spoken, own: string): Translate {
  const look = (key: string, count: number | undefined): string | undefined => {
    const colon = key.indexOf(':');
    const words = spoken.words[colon < 0 ? own : key.slice(0, colon)];
    const path = key.slice(colon + 1);
    const plural = count === undefined ? undefined : textAt(words, path + ending(spoken.language, count));
    return plural ?? textAt(words, path);
  };
  return (key, fill = {}) => {
    const keys = typeof key === 'string' ? [key] : key;
    const found = keys.map((one) => look(one, fill.count)).find((text) => text !== undefined);
    const text = found ?? fill.defaultValue ?? keys.at(-1)?.replace(/^.*:/, '') ?? '';
    // Inner texts first: a value that happens to read like one stays a value.
    const whole = text.replace(INNER, (_inner, inner: string) => {
      const wanted = fillHoles(inner, fill);
      return look(wanted, undefined) ?? wanted.replace(/^.*:/, '');
    });
    const filled = fillHoles(whole, fill);
    return spoken.finish?.(filled, spoken.language) ?? filled;
  };
}
