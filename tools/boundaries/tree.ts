import { existsSync, globSync, readFileSync } from 'node:fs';
import path from 'node:path';
import * as z from 'zod';
import { importsIn, type Import } from './imports.ts';
import { withoutComments } from '../source-text.ts';

/** One workspace of the monorepo. */
export interface Package {
  readonly name: string;
  /** From the root, with `/`. */
  readonly folder: string;
  /** `.`, `./contract` … to the file each opens, from the root. */
  readonly exports: ReadonlyMap<string, string>;
  readonly neighbours: ReadonlySet<string>;
}

export interface SourceFile {
  /** From the root, with `/`. */
  readonly path: string;
  /** Comments blanked out. */
  readonly text: string;
  readonly imports: readonly Import[];
  readonly isTest: boolean;
  readonly place: Place;
}

/** Where a file stands: the module's noun and the shelf, or the part of the repository. */
export interface Place {
  readonly area: 'kernel' | 'modules' | 'countries' | 'apps' | 'packages' | 'stories' | 'bench' | 'tools';
  /** `deals`, `ru`, `server`; the area itself where it has no parts. */
  readonly name: string;
  /** Of a module: `contract`, `store` … or `index`. Empty elsewhere. */
  readonly shelf: string;
  /** The folder of the package it belongs to, or none. */
  readonly package: string | undefined;
}

export interface Tree {
  readonly root: string;
  readonly packages: ReadonlyMap<string, Package>;
  readonly files: ReadonlyMap<string, SourceFile>;
  readonly migrations: readonly { readonly path: string; readonly text: string }[];
}

const AREAS = ['kernel', 'modules', 'countries', 'apps', 'packages', 'stories', 'bench', 'tools'] as const;
const PARTED = new Set<string>(['modules', 'countries', 'apps', 'packages']);
const SKIPPED = new Set(['node_modules', 'dist', 'coverage', 'test-results', 'data']);

const packageSchema = z.object({
  name: z.string(),
  exports: z.record(z.string(), z.string()).default({}),
  dependencies: z.record(z.string(), z.string()).default({}),
});

/** The generator writes files out of texts: what those import belongs to the files, and its test checks it there. */
const TEMPLATES = /^tools\/new-module\//;

/** Reads every source file and package of the repository at `root`. */
export function readTree(root: string): Tree {
  const packages = new Map<string, Package>();
  for (const file of find(root, [
    'kernel/package.json',
    '{modules,countries,apps,packages}/*/package.json',
  ])) {
    const folder = path.posix.dirname(file);
    const found = packageSchema.parse(JSON.parse(readFileSync(path.join(root, file), 'utf8')));
    const opened = Object.entries(found.exports).map(
      ([door, to]) => [door, path.posix.join(folder, to)] as const,
    );
    packages.set(found.name, {
      name: found.name,
      folder,
      exports: new Map(opened),
      neighbours: new Set(Object.keys(found.dependencies)),
    });
  }
  const folders = new Set([...packages.values()].map((it) => it.folder));
  const files = new Map<string, SourceFile>();
  for (const file of find(root, [`{${AREAS.join(',')}}/**/*.{ts,tsx}`])) {
    if (file.endsWith('.d.ts')) continue;
    const text = withoutComments(readFileSync(path.join(root, file), 'utf8'));
    const isTest = /\.(test|fixture)\.tsx?$/.test(file);
    files.set(file, {
      path: file,
      text,
      imports: TEMPLATES.test(file) ? [] : importsIn(text),
      isTest,
      place: placeOf(file, folders),
    });
  }
  const migrations = find(root, ['{kernel,modules/*}/migrations/*.sql']).map((file) => ({
    path: file,
    text: readFileSync(path.join(root, file), 'utf8'),
  }));
  return { root, packages, files, migrations };
}

/** The file an import leads to: a path from the root, or nothing for packages of others. */
export function targetOf(tree: Tree, from: SourceFile, specifier: string): string | undefined {
  if (specifier.startsWith('.'))
    return path.posix.normalize(path.posix.join(path.posix.dirname(from.path), specifier));
  const [owner, door] = splitSpecifier(specifier);
  return tree.packages.get(owner)?.exports.get(door);
}

/** `@mosty/deals/contract` → [`@mosty/deals`, `./contract`]. */
export function splitSpecifier(specifier: string): [string, string] {
  const parts = specifier.split('/');
  const count = specifier.startsWith('@') ? 2 : 1;
  const rest = parts.slice(count).join('/');
  return [parts.slice(0, count).join('/'), rest === '' ? '.' : `./${rest}`];
}

export function placeOf(file: string, packageFolders: ReadonlySet<string>): Place {
  const parts = file.split('/');
  const area = AREAS.find((it) => it === parts[0]);
  if (!area) throw new Error(`${file} stands outside of the known folders`);
  const parted = PARTED.has(area);
  const folder = parted ? parts.slice(0, 2).join('/') : area;
  return {
    area,
    name: parted ? (parts[1] ?? '') : area,
    shelf: area === 'modules' ? (parts[2] ?? '').replace(/\.tsx?$/, '') : '',
    package: packageFolders.has(folder) ? folder : undefined,
  };
}

function find(root: string, patterns: string[]): string[] {
  if (!existsSync(root)) return [];
  return globSync(patterns, { cwd: root, exclude: (name) => SKIPPED.has(path.basename(name)) })
    .map((file) => file.replaceAll('\\', '/'))
    .sort();
}
