import { fileURLToPath } from 'node:url';
import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';
import { compressed } from './build/compressed-plugin.ts';
import { firstPaint } from './build/first-paint-plugin.ts';
import { lightContracts } from './build/light-contracts-plugin.ts';
import { words } from './build/words-plugin.ts';
import { mockApi } from './dev/mock-api.ts';
import { MODULES } from './module-names.ts';

const root = fileURLToPath(new URL('.', import.meta.url));
/** Declarations only: a page takes the operations it calls and leaves the rest of the contract behind. */
const DECLARATIONS =
  /\/(kernel\/.+|packages\/ui-kit\/.+|modules\/[a-z]+\/(contract|(contract|ui)\/.+))\.tsx?$/;

export default defineConfig(({ mode }) => ({
  root,
  base: '/',
  plugins: [
    react(),
    firstPaint(),
    words(MODULES),
    lightContracts(),
    compressed(),
    ...(mode === 'mock' ? [mockApi()] : []),
  ],
  server: {
    port: 5173,
    ...(mode === 'mock' ? {} : { proxy: { '/api': process.env['API'] ?? 'http://127.0.0.1:3000' } }),
  },
  build: {
    outDir: 'dist',
    emptyOutDir: true,
    target: 'es2022',
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    chunkSizeWarningLimit: 700,
    rolldownOptions: {
      treeshake: { moduleSideEffects: (id) => !DECLARATIONS.test(id) },
      output: {
        chunkFileNames: ({ name }) => `assets/${name.startsWith('shared') ? 'shared' : name}-[hash].js`,
        assetFileNames: ({ names }) =>
          `assets/${names[0]?.startsWith('shared') ? 'shared' : '[name]'}-[hash][extname]`,
        codeSplitting: {
          groups: [
            // What every page needs comes as one file; what pages share, as a few rather than as fifty.
            { name: 'app', tags: ['$initial'], priority: 2 },
            {
              name: 'shared',
              minShareCount: 2,
              entriesAware: true,
              entriesAwareMergeThreshold: 20_000,
              priority: 1,
            },
          ],
        },
      },
    },
  },
}));
