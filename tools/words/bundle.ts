import { existsSync, globSync, readdirSync } from 'node:fs';
import path from 'node:path';
import { pathToFileURL } from 'node:url';

/** All words of one namespace in one language, flat: `deals.title` → the text. */
export type Flat = ReadonlyMap<string, string>;

export interface Bundle {
  readonly namespace: string;
  /** From the root. */
  readonly file: string;
  readonly ru: Flat;
  readonly en: Flat;
  /** What is no text and no object of texts. */
  readonly broken: readonly string[];
}

/** Where words live: every module's own, those of its folders (`insight-partner-life`), the kit's and the shell's. */
export async function readBundles(root: string): Promise<Bundle[]> {
  const modules = path.join(root, 'modules');
  const names = existsSync(modules) ? readdirSync(modules).sort() : [];
  const places = [
    ['kit', 'packages/ui-kit/words.ts'],
    ['shell', 'apps/web/words.ts'],
    ...names.map((name) => [name, `modules/${name}/ui/words.ts`]),
    ...globSync('*/ui/*/words.ts', { cwd: modules })
      .toSorted()
      .map((file) => [file.replace(/^([^/]+)\/ui\/([^/]+)\/words\.ts$/, '$1-$2'), `modules/${file}`]),
  ] as [string, string][];
  const present = places.filter(([, file]) => existsSync(path.join(root, file)));
  return Promise.all(present.map(([namespace, file]) => readBundle(root, namespace, file)));
}

async function readBundle(root: string, namespace: string, file: string): Promise<Bundle> {
  const module: unknown = await import(pathToFileURL(path.join(root, file)).href);
  const broken: string[] = [];
  const words = partOf(module, 'words');
  const ru = flatten(partOf(words, 'ru'), 'ru', broken);
  const en = flatten(partOf(words, 'en'), 'en', broken);
  return { namespace, file, ru, en, broken };
}

function partOf(of: unknown, name: string): unknown {
  return typeof of === 'object' && of !== null
    ? (Object.getOwnPropertyDescriptor(of, name)?.value ?? Reflect.get(of, name))
    : undefined;
}

function flatten(words: unknown, language: string, broken: string[], before = ''): Map<string, string> {
  const found = new Map<string, string>();
  if (typeof words !== 'object' || words === null || Array.isArray(words)) {
    broken.push(`${language}${before && `: ${before}`} is not an object of words`);
    return found;
  }
  for (const [key, value] of Object.entries(words)) {
    const full = before ? `${before}.${key}` : key;
    if (typeof value === 'string') found.set(full, value);
    else for (const [deep, text] of flatten(value, language, broken, full)) found.set(deep, text);
  }
  return found;
}

const PLURAL = /_(zero|one|two|few|many|other)$/;

/** The key as code asks for it: without the ending of a plural. */
export function askedFor(key: string): string {
  return key.replace(PLURAL, '');
}

/** Keys by what code asks for, with the endings each has: `rows` → one, few, many. */
export function endings(flat: Flat): Map<string, Set<string>> {
  const found = new Map<string, Set<string>>();
  for (const key of flat.keys()) {
    const plural = isPlural(flat, key);
    const asked = plural ? askedFor(key) : key;
    const known = found.get(asked) ?? new Set<string>();
    known.add(plural ? (PLURAL.exec(key)?.[1] ?? '') : '');
    found.set(asked, known);
  }
  return found;
}

/** `rule_one` alone is a word that happens to end so; beside `rule_other` or `rule_many` it is a plural. */
function isPlural(flat: Flat, key: string): boolean {
  if (!PLURAL.test(key)) return false;
  const asked = askedFor(key);
  return flat.has(`${asked}_other`) || flat.has(`${asked}_many`);
}
