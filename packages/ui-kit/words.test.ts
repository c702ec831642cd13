import { expect, test } from 'vitest';
import type { Words } from './screen.ts';
import { words } from './words.ts';

function keysOf(of: Words, before = ''): string[] {
  return Object.entries(of).flatMap(([key, value]) =>
    typeof value === 'string' ? [before + key] : keysOf(value, `${before}${key}.`),
  );
}

test('both languages say the same things', () => {
  expect(keysOf(words.en)).toEqual(keysOf(words.ru));
});
