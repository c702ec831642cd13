import path from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Plugin } from 'vite';

const ROOT = fileURLToPath(new URL('../../..', import.meta.url));
const NAME = 'virtual:keywords';
const PAGES = /\/modules\/[a-z]+\/ui\/index\.tsx$/;
const KEYWORDS = /\n\s*keywords:\s*'(?:[^'\\]|\\.)*',/g;

/**
 * What somebody may be looking for, in both languages, is read by the palette only: the built app leaves it out of the
 * lists of pages, which every first page needs, and brings it with the palette as `virtual:keywords`.
 */
export function keywords(modules: readonly string[]): Plugin {
  return {
    name: 'mosty:keywords',
    enforce: 'pre',
    resolveId(id) {
      return id === NAME ? `\0${NAME}` : undefined;
    },
    load(id) {
      if (id !== `\0${NAME}`) return undefined;
      const files = modules.map((name) => path.join(ROOT, 'modules', name, 'ui/index.tsx?whole'));
      const imports = files.map((file, at) => `import * as m${at} from ${JSON.stringify(file)};`);
      const all = files.map((_file, at) => `...m${at}.screens, ...m${at}.actions`).join(', ');
      return `${imports.join('\n')}
export const keywords = Object.fromEntries([${all}].map((one) => [one.id ?? one.path, one.keywords ?? '']));`;
    },
    transform(code, id) {
      if (this.environment.mode !== 'build' || !PAGES.test(id)) return null;
      return { code: code.replace(KEYWORDS, ''), map: null };
    },
  };
}
