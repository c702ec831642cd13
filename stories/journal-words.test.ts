import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { words } from '@mosty/identity/ui';

const MODULES = path.resolve(import.meta.dirname, '../modules');
/** As verbs write them down: `verb: 'deals.record_sales'`, and the acts of signing in. */
const WRITTEN = /(?:verb: |journalAct\([^)]*?)'([a-z]+\.[a-z_]+)'/g;

function verbsInCode(): string[] {
  const found = new Set<string>();
  for (const name of readdirSync(MODULES, { recursive: true, encoding: 'utf8' })) {
    if (!/\/service\/.*\.ts$/.test(name) || name.endsWith('.test.ts')) continue;
    for (const [, verb] of readFileSync(path.join(MODULES, name), 'utf8').matchAll(WRITTEN))
      if (verb) found.add(verb);
  }
  return [...found].sort();
}

const VERBS = verbsInCode();

describe('the journal says every act in words', () => {
  it('there are acts to say', () => {
    expect(VERBS.length).toBeGreaterThan(70);
  });

  it.each(['ru', 'en'] as const)('in %s', (language) => {
    const said: Readonly<Record<string, Readonly<Record<string, string>>>> = words[language].verbs;
    const silent = VERBS.filter((verb) => {
      const [module = '', name = ''] = verb.split('.');
      return !said[module]?.[name];
    });
    expect(silent).toEqual([]);
  });
});
