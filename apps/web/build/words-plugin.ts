import { existsSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import type { Plugin } from 'vite';

const ROOT = fileURLToPath(new URL('../../..', import.meta.url));
const PREFIX = 'virtual:words/';

/** Where words live; the namespace is the module's name. */
function filesOfWords(modules: readonly string[]): readonly (readonly [string, string])[] {
  const own = [
    ['kit', path.join(ROOT, 'packages/ui-kit/words.ts')],
    ['shell', path.join(ROOT, 'apps/web/words.ts')],
  ] as const;
  const theirs = modules.map((name) => [name, path.join(ROOT, 'modules', name, 'ui/words.ts')] as const);
  return [...own, ...theirs].filter(([, file]) => existsSync(file));
}

function wordsIn(file: string, found: unknown, language: string): unknown {
  if (typeof found === 'object' && found !== null && language in found)
    return Object.getOwnPropertyDescriptor(found, language)?.value;
  throw new Error(`${file} exports no words in ${language}`);
}

/**
 * `import('virtual:words/ru')` is every module's words in one language and nothing of the other. Modules keep both
 * languages side by side in `ui/words.ts`; readers load the one they read.
 */
export function words(modules: readonly string[]): Plugin {
  let building = false;
  return {
    name: 'mosty:words',
    configResolved(config) {
      building = config.command === 'build';
    },
    resolveId(id) {
      return id.startsWith(PREFIX) ? `\0${id}` : undefined;
    },
    async load(id) {
      if (!id.startsWith(`\0${PREFIX}`)) return undefined;
      const language = id.slice(PREFIX.length + 1);
      const files = filesOfWords(modules);
      if (!building) {
        const imports = files.map(
          ([, file], place) => `import { words as w${place} } from ${JSON.stringify(file)};`,
        );
        const entries = files.map(([name], place) => `${JSON.stringify(name)}: w${place}.${language}`);
        return `${imports.join('\n')}\nexport default { ${entries.join(', ')} };`;
      }
      const all: Record<string, unknown> = {};
      for (const [name, file] of files) {
        const module: unknown = await import(pathToFileURL(file).href);
        const found =
          typeof module === 'object' && module !== null && 'words' in module ? module.words : undefined;
        all[name] = wordsIn(file, found, language);
      }
      return `export default JSON.parse(${JSON.stringify(JSON.stringify(all))});`;
    },
  };
}
