import { existsSync, globSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import type { Plugin } from 'vite';

const ROOT = fileURLToPath(new URL('../../..', import.meta.url));
const INDEX = 'virtual:words';
const LANGUAGES = ['ru', 'en'];
/** Groups of a module's words that are said outside of its pages: by the menu, by the palette, by the partner's home. */
const OUTSIDE = ['nav', 'actions', 'portalTasks'];
const ASKED = /useWords\(\s*'(\w+)'|['`]([a-z]+):[a-z$]/g;

/** `insight-partner-life` are words of a folder: `modules/insight/ui/partner-life/words.ts`. */
function fileOf(name: string): string {
  if (name === 'kit') return path.join(ROOT, 'packages/ui-kit/words.ts');
  if (name === 'shell') return path.join(ROOT, 'apps/web/words.ts');
  const [module = name, ...folder] = name.split('-');
  return path.join(ROOT, 'modules', module, 'ui', folder.join('-'), 'words.ts');
}

/** Folders of a module's pages that keep words of their own: these come with the page that asks, not with the module. */
function foldersOf(module: string): string[] {
  return globSync('*/words.ts', { cwd: path.dirname(fileOf(module)) })
    .map((file) => path.dirname(file))
    .toSorted();
}

/** Whose words the files of a module ask for, besides their own. */
function borrowedBy(name: string, all: readonly string[]): string[] {
  const files = globSync('**/*.{ts,tsx}', { cwd: path.dirname(fileOf(name)) });
  const folders = foldersOf(name);
  const asked = files
    .filter((file) => !file.includes('.test.') && !file.startsWith('words'))
    .filter((file) => !folders.includes(file.split(path.sep)[0] ?? ''))
    .flatMap((file) => [...readFileSync(path.join(path.dirname(fileOf(name)), file), 'utf8').matchAll(ASKED)])
    .map(([, whole, prefix]) => whole ?? prefix ?? '');
  return all.filter((other) => other !== name && asked.includes(other));
}

function indexOf(names: readonly string[], folders: readonly string[]): string {
  const lazily = (id: string): string => `() => import(${JSON.stringify(`${INDEX}/${id}`)})`;
  const frames = LANGUAGES.map((language) => `${language}: ${lazily(`${language}/frame`)}`);
  const modules = LANGUAGES.map((language) => {
    const each = [...names, ...folders].map((name) => `'${name}': ${lazily(`${language}/${name}`)}`);
    return `${language}: { ${each.join(', ')} }`;
  });
  const borrowed = names.map((name) => [name, borrowedBy(name, names)] as const);
  return [
    `export const frame = { ${frames.join(', ')} };`,
    `export const modules = { ${modules.join(', ')} };`,
    `export const borrowed = ${JSON.stringify(Object.fromEntries(borrowed.filter(([, of]) => of.length > 0)))};`,
  ].join('\n');
}

async function wordsOf(name: string, language: string): Promise<Record<string, unknown>> {
  const file = fileOf(name);
  const module: unknown = await import(pathToFileURL(file).href);
  const both = partOf(module, 'words');
  const found = partOf(both, language);
  if (typeof found !== 'object' || found === null) throw new Error(`${file} exports no words in ${language}`);
  return Object.fromEntries(Object.entries(found));
}

function partOf(of: unknown, name: string): unknown {
  return typeof of === 'object' && of !== null ? Reflect.get(of, name) : undefined;
}

async function frameOf(names: readonly string[], language: string): Promise<Record<string, unknown>> {
  const labels = names.map(async (name): Promise<[string, unknown]> => {
    const words = await wordsOf(name, language);
    return [
      name,
      Object.fromEntries(OUTSIDE.flatMap((group) => (words[group] ? [[group, words[group]]] : []))),
    ];
  });
  const whole = ['kit', 'shell'].map(
    async (name): Promise<[string, unknown]> => [name, await wordsOf(name, language)],
  );
  return Object.fromEntries(await Promise.all([...whole, ...labels]));
}

/** While developing: the files themselves, so that an edited word is seen at once. */
function living(of: string | readonly string[], language: string): string {
  const names = typeof of === 'string' ? [of] : of;
  const imports = names.map(
    (name, place) => `import { words as w${place} } from ${JSON.stringify(fileOf(name))};`,
  );
  const entries = names.map((name, place) => `'${name}': w${place}.${language}`);
  return `${imports.join('\n')}\nexport default ${typeof of === 'string' ? `w0.${language}` : `{ ${entries.join(', ')} }`};`;
}

/**
 * `virtual:words` brings words in one language and nothing of the other: first the frame of every page, then module by
 * module. Modules keep both languages side by side in `ui/words.ts`, and those of pages that are opened seldom in
 * `ui/<folder>/words.ts`, asked for as `useWords('<module>-<folder>')`.
 */
export function words(modules: readonly string[]): Plugin {
  const names = modules.filter((name) => existsSync(fileOf(name)));
  const folders = names.flatMap((name) => foldersOf(name).map((folder) => `${name}-${folder}`));
  let building = false;
  return {
    name: 'mosty:words',
    configResolved(config) {
      building = config.command === 'build';
    },
    resolveId(id) {
      return id === INDEX || id.startsWith(`${INDEX}/`) ? `\0${id}` : undefined;
    },
    async load(id) {
      if (id === `\0${INDEX}`) return indexOf(names, folders);
      if (!id.startsWith(`\0${INDEX}/`)) return undefined;
      const [language = '', name = ''] = id.slice(INDEX.length + 2).split('/');
      if (!building) return living(name === 'frame' ? ['kit', 'shell', ...names] : name, language);
      const found = name === 'frame' ? await frameOf(names, language) : await wordsOf(name, language);
      return `export default JSON.parse(${JSON.stringify(JSON.stringify(found))});`;
    },
  };
}
