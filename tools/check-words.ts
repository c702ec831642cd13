import { globSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { printed, violation, type Violation } from './boundaries/violation.ts';
import { withoutComments } from './source-text.ts';
import { askedFor, endings, readBundles, type Bundle, type Flat } from './words/bundle.ts';
import { usesIn, type Use } from './words/uses.ts';

const NEEDED_ENDINGS = { ru: ['one', 'few', 'many'], en: ['one', 'other'] } as const;
const CYRILLIC = /\p{Script=Cyrillic}+/u;
/** Not translated by its nature: what the palette listens to, and the name a language has for itself. */
const IN_BOTH = /\bkeywords:\s*'[^'\n]*'|'Русский'|'По-русски'/g;
/** Pages for developers, which no reader sees. */
const NOT_FOR_READERS = /(^|\/)(node_modules|dist|dev)(\/|$)|\.(test|fixture)\.tsx?$/;

/** Every text is there in both languages, and every key that code asks for leads to one. */
export async function checkWords(
  root: string,
): Promise<{ files: number; texts: number; violations: Violation[] }> {
  const bundles = await readBundles(root);
  const byNamespace = new Map(bundles.map((it) => [it.namespace, it]));
  const violations = bundles.flatMap(checkBundle);
  const files = sources(root);
  for (const file of files) {
    const text = withoutComments(readFileSync(path.join(root, file), 'utf8'));
    violations.push(...checkSource({ path: file, text }, byNamespace));
  }
  const texts = bundles.reduce((sum, it) => sum + it.ru.size, 0);
  return { files: files.length, texts, violations };
}

function checkBundle(bundle: Bundle): Violation[] {
  const at = (rule: string, words: string): Violation => ({ file: bundle.file, line: 1, rule, words });
  const found = bundle.broken.map((words) => at('words-shape', words));
  for (const [language, flat] of [
    ['ru', bundle.ru],
    ['en', bundle.en],
  ] as const) {
    for (const [key, text] of flat)
      if (text.trim() === '') found.push(at('words-empty', `${language}: ${key}`));
    const missing = language === 'ru' ? bundle.en : bundle.ru;
    const here = endings(flat);
    for (const asked of endings(missing).keys()) {
      if (!here.has(asked)) found.push(at('words-missing', `${language} has no ${asked}`));
    }
    for (const [asked, has] of here) {
      const lacks = has.has('') ? [] : NEEDED_ENDINGS[language].filter((ending) => !has.has(ending));
      if (lacks.length > 0) found.push(at('words-plural', `${language}: ${asked} lacks ${lacks.join(', ')}`));
    }
  }
  for (const [key, text] of bundle.en) {
    // A name in quotes is a name: the company «Полка».
    const letters = CYRILLIC.exec(text.replaceAll(/«[^»]*»/g, ''))?.[0];
    if (letters !== undefined) found.push(at('words-language', `en: ${key} has Cyrillic "${letters}"`));
  }
  return [...found, ...checkHoles(bundle)];
}

/** `{{amount}}` in one language and not in the other loses what the reader must know. */
function checkHoles(bundle: Bundle): Violation[] {
  const [ru, en] = [holes(bundle.ru), holes(bundle.en)];
  return [...ru].flatMap(([asked, inRu]) => {
    const inEn = en.get(asked);
    if (!inEn) return [];
    const alone = [...inRu].filter((it) => !inEn.has(it)).concat([...inEn].filter((it) => !inRu.has(it)));
    // «one» may leave the number out: «a day left».
    const told = alone.filter((it) => it !== 'count');
    if (told.length === 0) return [];
    const words = `${asked}: {{${told.join('}}, {{')}}} stands in one language only`;
    return [{ file: bundle.file, line: 1, rule: 'words-holes', words }];
  });
}

function holes(flat: Flat): Map<string, Set<string>> {
  const found = new Map<string, Set<string>>();
  for (const [key, text] of flat) {
    const asked = askedFor(key);
    const known = found.get(asked) ?? new Set<string>();
    for (const match of text.matchAll(/\{\{\s*(\w+)[^}]*\}\}/g)) known.add(match[1] ?? '');
    found.set(asked, known);
  }
  return found;
}

function sources(root: string): string[] {
  const patterns = ['modules/*/ui/**/*.{ts,tsx}', 'packages/ui-kit/**/*.{ts,tsx}', 'apps/web/**/*.{ts,tsx}'];
  return globSync(patterns, { cwd: root, exclude: (name) => /(^|\/)(node_modules|dist)$/.test(name) })
    .map((file) => file.replaceAll('\\', '/'))
    .filter((file) => !NOT_FOR_READERS.test(file))
    .sort();
}

function checkSource(
  file: { path: string; text: string },
  bundles: ReadonlyMap<string, Bundle>,
): Violation[] {
  const [area, module = '', , folder = ''] = file.path.split('/');
  const name = bundles.has(`${module}-${folder}`) ? `${module}-${folder}` : module;
  const own = area === 'modules' ? name : area === 'apps' ? 'shell' : 'kit';
  const found: Violation[] = [];
  if (file.path.endsWith('.tsx')) {
    const shown = file.text.replaceAll(IN_BOTH, (it) => ' '.repeat(it.length));
    for (const match of shown.matchAll(new RegExp(CYRILLIC, 'gu'))) {
      found.push(violation(file, match.index, 'words-in-code', `"${match[0]}" belongs into words.ts`));
    }
  }
  for (const use of usesIn(file.text, own, file.path.endsWith('/ui/index.tsx'))) {
    if (!leads(bundles, use)) {
      found.push(violation(file, use.index, 'words-known', `there is no ${use.namespace}:${use.key}`));
    }
  }
  return found;
}

function leads(bundles: ReadonlyMap<string, Bundle>, use: Use): boolean {
  // An unknown beginning (`t(`${a}:${b}`)`) cannot be judged here.
  if (use.key === '' && use.isPrefix) return true;
  const bundle = bundles.get(use.namespace);
  if (!bundle) return use.isPrefix;
  const keys = [...bundle.ru.keys()];
  const beginning = use.isPrefix ? use.key : `${use.key}.`;
  // A whole group may be asked for, to be shown as a list.
  return (
    bundle.ru.has(use.key) || endings(bundle.ru).has(use.key) || keys.some((it) => it.startsWith(beginning))
  );
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const { files, texts, violations } = await checkWords(
    path.resolve(process.argv[2] ?? path.join(import.meta.dirname, '..')),
  );
  for (const it of violations) console.error(printed(it));
  if (files === 0 || texts === 0) console.error('No screens or no words were found.');
  console.log(`words: ${texts} texts, ${files} files, ${violations.length} violations`);
  process.exitCode = files === 0 || texts === 0 || violations.length > 0 ? 1 : 0;
}
