import { expect, it } from 'vitest';
import { adviseError } from '../domain/error-advice.ts';
import { sayError } from '../domain/error-words.ts';
import { words } from './words.ts';

type Tree = Readonly<Record<string, Readonly<Record<string, string>>>>;

function codesOf(tree: Tree): [string, string][] {
  return Object.entries(tree).flatMap(([module, said]) =>
    Object.entries(said).map(([code, text]): [string, string] => [`${module}.${code}`, text]),
  );
}

it.each(['ru', 'en'] as const)('the screen and the file of errors say the same, in %s', (language) => {
  const { advice, errors } = words[language];
  for (const [code, text] of codesOf(advice)) expect(adviseError(language, code), code).toBe(text);
  expect(codesOf(errors).map(([code]) => code)).toEqual(codesOf(advice).map(([code]) => code));
  for (const [code, text] of codesOf(errors)) {
    if (code === 'integrations.fault') continue;
    const holes = [...text.matchAll(/\{\{(\w+)\}\}/g)];
    const params = Object.fromEntries(holes.map(([hole, name = '']): [string, string] => [name, hole]));
    expect(sayError(language, code, params), code).toBe(text);
  }
});
