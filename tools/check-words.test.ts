import { expect, test } from 'vitest';
import { checkWords, keysAsked, withoutComments } from './check-words.ts';

const of = (ru: unknown, en: unknown) =>
  checkWords({ namespace: 'x', file: 'x', ru, en }).map(({ what }) => what);

test('both languages have the same keys, plural endings aside', () => {
  expect(of({ n_one: 'день', n_few: 'дня', n_many: 'дней' }, { n_one: 'day', n_other: 'days' })).toEqual([]);
  expect(of({ a: 'а', b: { c: 'в' } }, { a: 'a' })).toEqual(['b.c has no English words']);
  expect(of({ a: 'а' }, { a: 'a', d: 'd' })).toEqual(['d has no Russian words']);
});

test('nothing is empty, and English is English but for names in quotes', () => {
  expect(of({ a: ' ' }, { a: 'a' })).toEqual(['a is empty']);
  expect(of({ a: 'а' }, { a: 'деньги' })).toEqual(['a is not English']);
  expect(of({ a: 'а' }, { a: 'the product «Полка»' })).toEqual([]);
});

test('keys are found with the namespace they are asked from', () => {
  const source =
    "const t = useWords('deals');\nconst kit = useWords('kit');\nt('a.b'); kit('close'); t('kit:more'); other('no')";
  expect(keysAsked(source).map(({ namespace, key }) => `${namespace}:${key}`)).toEqual([
    'deals:a.b',
    'kit:more',
    'kit:close',
  ]);
});

test('comments may be in any language', () => {
  expect(withoutComments("const a = 'b'; // деньги\n/* слова */ const c = 'https://x';")).not.toMatch(
    /[а-я]/,
  );
  expect(withoutComments("const c = 'https://x';")).toContain('https://x');
});
