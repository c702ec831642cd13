import { fileURLToPath } from 'node:url';
import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';
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
  plugins: [react(), firstPaint(), words(MODULES), lightContracts(), ...(mode === 'mock' ? [mockApi()] : [])],
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
    chunkSizeWarningLimit: 400,
    rolldownOptions: {
      treeshake: { moduleSideEffects: (id) => !DECLARATIONS.test(id) },
    },
  },
}));
