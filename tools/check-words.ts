import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';

/**
 * Both languages are complete: the same keys in Russian and English (plural endings aside), nothing empty, no Cyrillic
 * in the English and none outside the words; every `t('…')` of a screen has its words.
 */
const PLURAL = /_(zero|one|two|few|many|other)$/;
const CYRILLIC = /[А-Яа-яЁё]/;

/** Not translated on purpose: what the palette finds a page by, and the name a language has for itself. */
const PLAIN = /keywords:\s*'[^']*'|'Русский'|'По-русски'/g;

interface Trouble {
  readonly place: string;
  readonly what: string;
}

export interface ModuleWords {
  readonly namespace: string;
  readonly file: string;
  readonly ru: unknown;
  readonly en: unknown;
}

export function flatten(words: unknown, prefix = ''): Map<string, string> {
  const flat = new Map<string, string>();
  if (typeof words === 'string') flat.set(prefix, words);
  else if (typeof words === 'object' && words !== null) {
    for (const [key, value] of Object.entries(words)) {
      for (const [name, text] of flatten(value, prefix ? `${prefix}.${key}` : key)) flat.set(name, text);
    }
  }
  return flat;
}

/** Troubles of one module's words, before any screen is looked at. */
export function checkWords({ file, ru, en }: ModuleWords): Trouble[] {
  const russian = flatten(ru);
  const english = flatten(en);
  const bases = (flat: Map<string, string>) =>
    new Set([...flat.keys()].map((key) => key.replace(PLURAL, '')));
  const missing = (from: Set<string>, into: Set<string>, language: string): Trouble[] =>
    [...from]
      .filter((key) => !into.has(key))
      .map((key) => ({ place: file, what: `${key} has no ${language} words` }));
  const empty = [...russian, ...english]
    .filter(([, text]) => text.trim() === '')
    .map(([key]) => ({ place: file, what: `${key} is empty` }));
  const mixed = [...english]
    .filter(([, text]) => CYRILLIC.test(text.replace(/«[^»]*»/g, '')))
    .map(([key]) => ({ place: file, what: `${key} is not English` }));
  return [
    ...missing(bases(russian), bases(english), 'English'),
    ...missing(bases(english), bases(russian), 'Russian'),
    ...empty,
    ...mixed,
  ];
}

const HOOK = /const\s+(\w+)\s*=\s*useWords\(\s*'([a-z-]+)'\s*\)/g;

/** Literal keys a screen asks for, with the namespace each comes from. */
export function keysAsked(source: string): { namespace: string; key: string; index: number }[] {
  return [...source.matchAll(HOOK)].flatMap(([, name = '', namespace = '']) =>
    [...source.matchAll(new RegExp(`\\b${name}\\(\\s*'([\\w.:-]+)'`, 'g'))].map((found) => {
      const [, key = ''] = found;
      const colon = key.indexOf(':');
      return colon < 0
        ? { namespace, key, index: found.index }
        : { namespace: key.slice(0, colon), key: key.slice(colon + 1), index: found.index };
    }),
  );
}

export function withoutComments(source: string): string {
  return source
    .replace(/\/\*[\s\S]*?\*\//g, (text) => text.replace(/[^\n]/g, ' '))
    .replace(/(^|[^:'"`\w])\/\/[^\n]*/g, '$1');
}

function checkScreen(
  file: string,
  source: string,
  known: ReadonlyMap<string, ReadonlySet<string>>,
): Trouble[] {
  const line = (index: number) => source.slice(0, index).split('\n').length;
  const bare = withoutComments(source);
  const cyrillic = CYRILLIC.exec(bare.replace(PLAIN, (text) => ' '.repeat(text.length)));
  const asked = keysAsked(bare).flatMap(({ namespace, key, index }) => {
    const words = known.get(namespace);
    if (!words) return [{ place: `${file}:${line(index)}`, what: `there are no words named ${namespace}` }];
    const found =
      words.has(key) ||
      [...words].some((one) => one.replace(PLURAL, '') === key || one.startsWith(`${key}.`));
    return found ? [] : [{ place: `${file}:${line(index)}`, what: `${namespace}:${key} has no words` }];
  });
  return cyrillic
    ? [...asked, { place: `${file}:${line(cyrillic.index)}`, what: 'words belong into words.ts' }]
    : asked;
}

function filesUnder(folder: string, ending: string): string[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && entry.name.endsWith(ending))
    .map((entry) => path.join(entry.parentPath, entry.name))
    .filter((file) => !/\.test\.tsx$|node_modules|[\\/]dist[\\/]|[\\/]dev[\\/]/.test(file));
}

async function readWords(root: string): Promise<ModuleWords[]> {
  const places = [
    ...readdirSync(path.join(root, 'modules')).map((name) => [name, `modules/${name}/ui/words.ts`] as const),
    ['kit', 'packages/ui-kit/words.ts'] as const,
    ['shell', 'apps/web/words.ts'] as const,
  ];
  return Promise.all(
    places.map(async ([namespace, file]) => {
      const { words } = (await import(pathToFileURL(path.join(root, file)).href)) as {
        words: { ru: unknown; en: unknown };
      };
      return { namespace, file, ru: words.ru, en: words.en };
    }),
  );
}

export async function checkAll(
  root: string,
): Promise<{ modules: number; screens: number; troubles: Trouble[] }> {
  const words = await readWords(root);
  const known = new Map(words.map((one) => [one.namespace, new Set(flatten(one.ru).keys())]));
  const screens = ['modules', 'apps/web', 'packages/ui-kit'].flatMap((folder) =>
    filesUnder(path.join(root, folder), '.tsx'),
  );
  const troubles = [
    ...words.flatMap(checkWords),
    ...screens.flatMap((file) => checkScreen(path.relative(root, file), readFileSync(file, 'utf8'), known)),
  ];
  return { modules: words.length, screens: screens.length, troubles };
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const { modules, screens, troubles } = await checkAll(path.resolve(import.meta.dirname, '..'));
  for (const { place, what } of troubles) console.error(`${place}  ${what}`);
  console.log(`words: ${modules} modules, ${screens} screens, ${troubles.length} troubles`);
  process.exitCode = modules === 0 || screens === 0 || troubles.length > 0 ? 1 : 0;
}
