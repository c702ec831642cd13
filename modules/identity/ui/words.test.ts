import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { words } from './words.ts';

const MODULE = path.resolve(import.meta.dirname, '..');

/** Codes the module itself refuses with; those of the sign-in library have words too, but are not spelled here. */
function codesInCode(): string[] {
  const found = new Set<string>();
  for (const name of readdirSync(MODULE, { recursive: true, encoding: 'utf8' })) {
    if (!/^(domain|policy|service|http)\/.*\.ts$/.test(name) || name.endsWith('.test.ts')) continue;
    const text = readFileSync(path.join(MODULE, name), 'utf8');
    for (const [, code] of text.matchAll(
      /'(?:invalid|not_found|not_permitted|conflict|not_now|limit)',\s*'identity\.([a-z_]+)'/g,
    )) {
      if (code) found.add(code);
    }
  }
  return [...found];
}

/** Paths of every text; the forms of a plural count as one. */
function keysOf(tree: object, above = ''): string[] {
  return Object.entries(tree).flatMap(([key, value]: [string, unknown]) => {
    const here = `${above}${key.replace(/_(one|few|many|other)$/, '')}`;
    return typeof value === 'object' && value !== null ? keysOf(value, `${here}.`) : [here];
  });
}

describe('words', () => {
  it('say the same things in both languages', () => {
    expect([...new Set(keysOf(words.en))].sort()).toEqual([...new Set(keysOf(words.ru))].sort());
  });

  it.each(['ru', 'en'] as const)('have every refusal of the module in %s', (language) => {
    const codes = codesInCode();
    expect(codes.length).toBeGreaterThan(25);
    const said: Readonly<Record<string, unknown>> = words[language].refusals;
    expect(codes.filter((code) => said[code] === undefined)).toEqual([]);
  });
});
