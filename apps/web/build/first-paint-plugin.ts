import { readFileSync } from 'node:fs';
import type { Plugin } from 'vite';

const SOURCE = new URL('./first-paint.js', import.meta.url);

/** The letters of every page: with them here at once no line changes its length before the reader's eyes. */
const FIRST_FONTS = /golos-(text-cyrillic-wght|text-latin-wght|figures).*\.woff2$/;

/** Puts `first-paint.js` into the head as a file of its own with a hashed name: the policy forbids inline scripts. */
export function firstPaint(): Plugin {
  let name = '';
  return {
    name: 'mosty:first-paint',
    configureServer(server) {
      server.middlewares.use('/first-paint.js', (_request, response) => {
        response.setHeader('content-type', 'text/javascript');
        response.end(readFileSync(SOURCE));
      });
    },
    buildStart() {
      if (this.environment.mode !== 'build') return;
      name = this.emitFile({ type: 'asset', name: 'first-paint.js', source: readFileSync(SOURCE, 'utf8') });
    },
    transformIndexHtml: {
      order: 'post',
      handler(_html, { bundle }) {
        const emitted = Object.values(bundle ?? {}).find((file) => file.fileName.includes('first-paint'));
        const src = emitted ? `/${emitted.fileName}` : '/first-paint.js';
        if (name && !emitted) throw new Error('first-paint.js was not emitted');
        const fonts = Object.values(bundle ?? {}).filter((file) => FIRST_FONTS.test(file.fileName));
        return [
          { tag: 'script', attrs: { src }, injectTo: 'head-prepend' },
          ...fonts.map((font) => ({
            tag: 'link',
            attrs: {
              rel: 'preload',
              as: 'font',
              type: 'font/woff2',
              href: `/${font.fileName}`,
              crossorigin: true,
            },
            injectTo: 'head' as const,
          })),
        ];
      },
    },
  };
}
