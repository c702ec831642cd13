import { fileURLToPath } from 'node:url';
import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';
import { compressed } from './build/compressed-plugin.ts';
import { firstPaint } from './build/first-paint-plugin.ts';
import { keywords } from './build/keywords-plugin.ts';
import { lightContracts } from './build/light-contracts-plugin.ts';
import { serviceWorker } from './build/service-worker-plugin.ts';
import { words } from './build/words-plugin.ts';
import { mockApi } from './dev/mock-api.ts';
import { MODULES } from './module-names.ts';

const root = fileURLToPath(new URL('.', import.meta.url));
/** Declarations only: a page takes the operations it calls and leaves the rest of the contract behind. */
const DECLARATIONS =
  /\/(kernel\/.+|packages\/ui-kit\/.+|modules\/[a-z]+\/(contract|(contract|ui)\/.+))\.tsx?$/;
/** The validation library and what cannot be without it. */
const SCHEMAS = /\/(node_modules\/zod|kernel\/id)\//;
const OVERLAYS =
  /\/(@floating-ui|react-remove-scroll[a-z-]*|react-style-singleton|use-sidecar|use-callback-ref|get-nonce|tslib)\/|\/@mantine\/core\/.+\/(Popover|Portal|Menu|Modal|ModalBase|Drawer|Combobox|Select|ScrollArea|FocusTrap|Overlay|Tooltip|Floating)\/|\/ui-kit\/components\/(SidePanel|ConfirmWithConsequence|Act|CopyText|DayInput|MonthSelect|FilterBar|FilterMark)\./;
const FORMS =
  /\/(@mantine\/form|klona|fast-deep-equal|react-number-format)\/|\/@mantine\/core\/.+\/(NumberInput|Checkbox|Radio|Textarea|PasswordInput|TextInput|Switch)\/|\/ui-kit\/components\/(FormShell|UnsavedGuard)\./;

/** The library's button with what moves in it: most pages have one, the partner's first has none. */
const BUTTONS = /\/@mantine\/core\/.+\/(Button|Transition|Loader|UnstyledButton|ActionIcon)\//;

/** A field and its label: most pages have one, the owner's first has none. */
const FIELDS =
  /\/@mantine\/core\/.+\/(Input|InputBase|NativeSelect|ComboboxChevron|CloseButton)\/|\/Combobox\.module\.|\/use-resolved-styles-api\./;
/** Lists, verbs, forms that are left: likewise, above its fold. */
const LISTS =
  /\/(infiniteQueryObserver|useInfiniteQuery|useBlocker|mutationObserver|useMutation)\.js|\/ui-kit\/(rows|verb|format\/(months|read-day|read-amount)|components\/(Answer|ColumnHead|DataRow|DataTable|SegmentTabs))\.ts/;

const SHARED = /\/shared-[^/]+\.js$/;
const FIRST = /\/(TeamLayout|PortalLayout|PublicPages|ChannelScreen|HomeScreen|SignIn)-/;
const HERE = /\/(rolldown-runtime|media|kernel|kit|buttons|fields|lists)-[^/]+\.js$/;

/** For the pages of reports only. */
const CHARTS = /\/ui-kit\/components\/(ChartPng|save-chart)\./;

function isLight(id: string): boolean {
  if (CHARTS.test(id)) return false;
  return /\/(ui-kit|@tanstack)\//.test(id) && !OVERLAYS.test(id) && !FORMS.test(id) && !LISTS.test(id);
}

export default defineConfig(({ mode }) => ({
  root,
  base: '/',
  plugins: [
    react(),
    firstPaint(),
    words(MODULES),
    keywords(MODULES),
    lightContracts(),
    serviceWorker(),
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
    // Which files a page brings is a list in the entry. Small shared pieces are left out of it: named page by page they
    // weigh more there than they save, and the page itself asks for them as soon as it is here. What every frame
    // brings, and what the first page of many leaves here for the rest, is not named again; a page's own file is named
    // twice only where somebody's day begins, elsewhere it follows its looks (a pointer over the link asked for both).
    modulePreload: {
      polyfill: false,
      resolveDependencies: (page, files) => {
        const named = files.filter((file) => !SHARED.test(file));
        if (FIRST.test(page)) return named;
        return named.filter((file) => file !== page && !HERE.test(file));
      },
    },
    chunkSizeWarningLimit: 700,
    rolldownOptions: {
      treeshake: { moduleSideEffects: (id) => !DECLARATIONS.test(id) },
      output: {
        chunkFileNames: ({ name }) => `assets/${name.startsWith('shared') ? 'shared' : name}-[hash:7].js`,
        assetFileNames: ({ names }) =>
          `assets/${names[0]?.startsWith('shared') ? 'shared' : '[name]'}-[hash][extname]`,
        codeSplitting: {
          groups: [
            // What every page needs comes as one file. The entry also names contracts of which only pages use more:
            // what those are written with stays out.
            { name: 'schemas', test: SCHEMAS, priority: 6 },
            { name: 'kernel', test: /\/kernel\//, priority: 5 },
            // The frame asks how wide the window is; without this it would bring the buttons, which ask too.
            { name: 'media', test: /\/@mantine\/hooks\/.+\/use-media-query\//, priority: 5 },
            { name: 'app', tags: ['$initial'], priority: 4 },
            // What most pages share comes as one file, the rest exactly as it is needed: merging small pieces by size
            // (entriesAwareMergeThreshold) gave the first page 65 KB of other pages' dialogs and forms.
            { name: 'buttons', test: BUTTONS, minShareCount: 8, priority: 4 },
            { name: 'fields', test: FIELDS, minShareCount: 8, priority: 4 },
            { name: 'kit', test: isLight, minShareCount: 8, priority: 3 },
            { name: 'lists', test: LISTS, minShareCount: 8, priority: 2 },
            {
              name: 'shared',
              minShareCount: 2,
              entriesAware: true,
              entriesAwareMergeThreshold: 0,
              priority: 1,
            },
          ],
        },
      },
    },
  },
}));
