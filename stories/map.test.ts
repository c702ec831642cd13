import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';

const ROOT = path.resolve(import.meta.dirname, '..');

/** `| tracking | code (promo and referral codes), link, … |` → tracking: code, link, … */
function tablesOnTheMap(): Map<string, string[]> {
  const rows = readFileSync(path.join(ROOT, 'docs/map.md'), 'utf8').matchAll(/^\| ([a-z]+) \| (.+) \|$/gm);
  return new Map(
    [...rows].map(([, schema, said]) => [
      schema as string,
      (said as string)
        .replaceAll(/\([^)]*\)|:.*$|;.*$/g, '')
        .split(',')
        .map((name) => name.trim())
        .filter((name) => /^[a-z_]+$/.test(name))
        .sort(),
    ]),
  );
}

function tablesThatAre(module: string): string[] {
  const folder = path.join(ROOT, 'modules', module, 'migrations');
  // A module that only composes others keeps nothing.
  if (!existsSync(folder)) return [];
  const sql = readdirSync(folder)
    .sort()
    .map((file) => readFileSync(path.join(folder, file), 'utf8'))
    .join('\n');
  const named = (verb: string) =>
    [
      ...sql.matchAll(new RegExp(`${verb}(?: UNLOGGED)? TABLE ${module}\\.([a-z_]+)(?! PARTITION OF)`, 'g')),
    ].map(([, name]) => name as string);
  const dropped = new Set(named('DROP'));
  return [...new Set(named('CREATE'))].filter((name) => !dropped.has(name)).sort();
}

test('the map names every table of every module, and none that is not', () => {
  const map = tablesOnTheMap();
  for (const module of readdirSync(path.join(ROOT, 'modules'))) {
    expect({ module, tables: map.get(module) ?? [] }).toEqual({ module, tables: tablesThatAre(module) });
  }
});
