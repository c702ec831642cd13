import { execFileSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { gzipSync } from 'node:zlib';
import { afterAll, beforeAll, expect, test } from 'vitest';
import * as z from 'zod';

const ROOT = path.resolve(import.meta.dirname, '../../..');
const KB = 1_024;
/** Of the code: React, the router and the query client are two thirds of it. */
const CODE_KB_MAX = 150;
/** Of the words of one language: the frame's and one module's. */
const WORDS_KB_MAX = 12;
const OWNERS = 'modules/insight/ui/ChannelScreen.tsx';
const TEAM = 'TeamLayout.tsx';
const PORTAL = 'PortalLayout.tsx';
const PARTNERS = 'modules/portal/ui/HomeScreen.tsx';
const SIGN_IN = 'modules/identity/ui/SignIn.tsx';

const manifestSchema = z.record(
  z.string(),
  z.object({ file: z.string(), src: z.string().optional(), imports: z.array(z.string()).default([]) }),
);

const folder = mkdtempSync(path.join(tmpdir(), 'mosty-web-'));
let manifest: z.infer<typeof manifestSchema>;

// As people get it: another process, for here React would be the one for development.
beforeAll(() => {
  const vite = path.join(ROOT, 'node_modules/vite/bin/vite.js');
  const config = path.join(ROOT, 'apps/web/vite.config.ts');
  const args = [vite, 'build', '-c', config, '--outDir', folder, '--emptyOutDir', '--manifest'];
  execFileSync(process.execPath, [...args, '--logLevel', 'warn'], {
    cwd: ROOT,
    env: { ...process.env, NODE_ENV: 'production' },
  });
  manifest = manifestSchema.parse(JSON.parse(readFileSync(path.join(folder, '.vite/manifest.json'), 'utf8')));
  // The whole app is built: minutes where others build beside it.
}, 240_000);

afterAll(() => rmSync(folder, { recursive: true, force: true }));

function keyOf(source: string): string {
  const found = Object.keys(manifest).find((key) => key.endsWith(source));
  if (found === undefined) throw new Error(`the build has no ${source}`);
  return found;
}

/** Everything that is fetched with it: what it imports, and what those import. */
function withImports(key: string, seen = new Set<string>()): Set<string> {
  if (seen.has(key)) return seen;
  seen.add(key);
  for (const one of manifest[key]?.imports ?? []) withImports(one, seen);
  return seen;
}

/** The names of the files that must be here before the page is seen. */
function firstPage(...sources: readonly string[]): string[] {
  const keys = withImports(keyOf('index.html'));
  for (const source of sources) withImports(keyOf(source), keys);
  return [...keys].map((key) => manifest[key]?.file ?? '');
}

function kb(files: readonly string[]): number {
  const bytes = files.map((file) => gzipSync(readFileSync(path.join(folder, file)), { level: 9 }).length);
  return bytes.reduce((sum, one) => sum + one, 0) / KB;
}

test.each([
  ['the owner’s', TEAM, OWNERS],
  ['the partner’s', PORTAL, PARTNERS],
])('%s first page is light: the entry, the frame, the page and all they import', (_whose, frame, page) => {
  expect(kb(firstPage(frame, page))).toBeLessThan(CODE_KB_MAX);
});

test('the partner’s first page brings nothing of the team’s frame', () => {
  const partners = new Set(firstPage(PORTAL, PARTNERS));
  const own = [...withImports(keyOf(TEAM))].filter((key) => key === keyOf(TEAM));
  expect(own.map((key) => manifest[key]?.file).filter((file) => partners.has(file ?? ''))).toEqual([]);
});

test('the service worker keeps the partner’s first page, and every file it names is there', () => {
  const worker = readFileSync(path.join(folder, 'sw.js'), 'utf8');
  const kept = z.array(z.string()).parse(JSON.parse(/FILES = (\[.*\]);/.exec(worker)?.[1] ?? '[]'));
  for (const file of firstPage(PORTAL, PARTNERS)) expect(kept).toContain(`/${file}`);
  for (const file of kept) expect(existsSync(path.join(folder, file)), file).toBe(true);
});

test('of the words only the frame’s and the page’s come first, in one language', () => {
  for (const language of ['ru', 'en']) {
    const words = ['frame', 'insight'].map(
      (name) => manifest[keyOf(`virtual:words/${language}/${name}`)]?.file ?? '',
    );
    expect(kb(words)).toBeLessThan(WORDS_KB_MAX);
    expect(firstPage(TEAM, OWNERS).filter((file) => words.includes(file))).toEqual([]);
  }
});

test('neither the first page nor the sign-in brings the validation library', () => {
  const files = [...firstPage(TEAM, OWNERS), ...firstPage(PORTAL, PARTNERS), ...firstPage(SIGN_IN)];
  expect(files.filter((file) => file.includes('schemas'))).toEqual([]);
});
