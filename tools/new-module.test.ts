import { spawnSync } from 'node:child_process';
import {
  cpSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { checkBoundaries } from './check-boundaries.ts';
import { checkWords } from './check-words.ts';
import { namesOf } from './new-module/names.ts';
import { newModule } from './new-module.ts';

const ROOT = path.resolve(import.meta.dirname, '..');
const COPIED = ['kernel', 'modules', 'apps', 'packages', 'countries', 'tsconfig.json'];
const names = namesOf({ module: 'warranties', noun: 'warranty', prefix: 'wty', neighbours: ['directory'] });

/** The repository itself with the new module in it; libraries are linked, our own packages are the copies. */
const root = mkdtempSync(path.join(tmpdir(), 'mosty-new-module-'));
let files: string[];

beforeAll(() => {
  for (const name of COPIED) {
    cpSync(path.join(ROOT, name), path.join(root, name), {
      recursive: true,
      filter: (from) => !/(^|[\\/])(node_modules|dist)$/.test(from),
    });
  }
  files = newModule(root, names);
  linkLibraries();
});
afterAll(() => rmSync(root, { recursive: true, force: true }));

function linkLibraries(): void {
  const libraries = path.join(root, 'node_modules');
  mkdirSync(path.join(libraries, '@mosty'), { recursive: true });
  for (const name of readdirSync(path.join(ROOT, 'node_modules'))) {
    if (!name.startsWith('.') && name !== '@mosty') {
      symlinkSync(path.join(ROOT, 'node_modules', name), path.join(libraries, name));
    }
  }
  const folders = ['kernel', ...['modules', 'apps', 'packages'].flatMap((area) => inside(area))];
  for (const folder of folders) {
    symlinkSync(path.join(root, folder), path.join(libraries, '@mosty', path.basename(folder)));
  }
}

function inside(area: string): string[] {
  return readdirSync(path.join(root, area)).map((name) => path.join(area, name));
}

test('a new module stands on every shelf and keeps the map', () => {
  const shelves = [
    'contract',
    'policy',
    'domain',
    'store',
    'service',
    'reactions',
    'http',
    'ui',
    'migrations',
  ];
  for (const shelf of shelves) {
    expect(files.some((file) => file.startsWith(`modules/warranties/${shelf}`))).toBe(true);
  }
  const ours = checkBoundaries(root).violations.filter((it) => files.includes(it.file));
  expect(ours).toEqual([]);
});

test('its words are complete in both languages', async () => {
  const { violations } = await checkWords(root);
  expect(violations.filter((it) => files.includes(it.file))).toEqual([]);
});

test('its types hold', { timeout: 180_000 }, () => {
  const config = path.join(root, 'tsconfig.new.json');
  const include = ['modules/warranties/**/*', 'packages/ui-kit/env.d.ts'];
  writeFileSync(config, JSON.stringify({ extends: './tsconfig.json', include }));
  const tsc = path.join(ROOT, 'node_modules/typescript/bin/tsc');
  const { stdout } = spawnSync(process.execPath, [tsc, '-p', config], { cwd: root, encoding: 'utf8' });
  const ours = stdout.split('\n').filter((line) => files.some((file) => line.startsWith(`${file}(`)));
  expect(ours).toEqual([]);
});

test('the migration comes behind those of its neighbours, and the screen and the routes are mounted', () => {
  const order = readFileSync(path.join(root, 'kernel/db/migrate.ts'), 'utf8');
  expect(order.indexOf("'warranties'")).toBeGreaterThan(order.indexOf("'directory'"));
  const server = readFileSync(path.join(root, 'apps/server/composition.ts'), 'utf8');
  expect(server).toMatch(/\.\.\.warrantiesRoutes,\n\];/);
  expect(server).toMatch(/\.\.\.warrantiesReactions\]?/);
});

test('a module that is there already, or a taken prefix, is refused', () => {
  expect(() => newModule(root, names)).toThrow('is there already');
  const other = namesOf({ module: 'bonuses', noun: 'bonus', prefix: 'par' });
  expect(() => newModule(root, other)).toThrow('prefix par is taken');
  expect(() => namesOf({ module: 'Bad-Name', noun: 'x' })).toThrow('Bad-Name');
});
