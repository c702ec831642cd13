import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import type { Plugin } from 'vite';

const SOURCE = new URL('./service-worker.js', import.meta.url);
/** The page that a partner opens first, and its frame; in the language most of them read. */
const SHELL =
  /\/(apps\/web\/PortalLayout\.tsx|modules\/portal\/ui\/HomeScreen\.tsx)$|virtual:words\/ru\/(frame|portal)$/;
const FONTS = /golos-(text-cyrillic-wght|text-latin-wght|figures|rouble).*\.woff2$/;

/** Writes `/sw.js` with the names of the files of the portal's shell. The name never changes; what it says does. */
export function serviceWorker(): Plugin {
  return {
    name: 'mosty:service-worker',
    apply: 'build',
    generateBundle(_options, bundle) {
      const files = new Set<string>();
      const take = (name: string): void => {
        const file = bundle[name];
        if (!file || files.has(name)) return;
        files.add(name);
        if (file.type !== 'chunk') return;
        for (const css of file.viteMetadata?.importedCss ?? []) files.add(css);
        for (const one of file.imports) take(one);
      };
      for (const [name, file] of Object.entries(bundle)) {
        if (file.type === 'asset') {
          if (FONTS.test(name) || name.includes('first-paint')) files.add(name);
        } else if (file.isEntry || SHELL.test(file.facadeModuleId ?? '')) take(name);
      }
      const list = [...files].toSorted().map((name) => `/${name}`);
      const source = readFileSync(SOURCE, 'utf8');
      const version = createHash('sha256').update(source).update(list.join()).digest('hex').slice(0, 12);
      const head = `const VERSION = '${version}';\nconst FILES = ${JSON.stringify(list)};\n`;
      this.emitFile({ type: 'asset', fileName: 'sw.js', source: head + source });
    },
  };
}
