import { globSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, it } from 'vitest';

const ROOT = path.resolve(import.meta.dirname, '..');
const files = globSync('modules/*/ui/{words.ts,words/**/*.ts}', { cwd: ROOT });
/** «(S0.41–S0.44)» in what a reader sees; in comments of the code it says where a rule is from. */
const PARAGRAPH = /\bS[0-3]\.\d+/;

it('no word on a screen names a paragraph of the specification', () => {
  expect(files.length).toBeGreaterThan(60);
  const named = files.flatMap((file) =>
    readFileSync(path.join(ROOT, file), 'utf8')
      .split('\n')
      .filter((line) => PARAGRAPH.test(line.replace(/\/\*.*\*\/|\/\/.*|^\s*\*.*/, '')))
      .map((line) => `${file}: ${line.trim()}`),
  );
  expect(named).toEqual([]);
});
