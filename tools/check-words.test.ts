import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, expect, test } from 'vitest';
import { checkWords } from './check-words.ts';

const made: string[] = [];
afterEach(() => {
  for (const root of made.splice(0)) rmSync(root, { recursive: true, force: true });
});

/** A repository of one module, `deals`, with these words and this screen. */
async function troubles(ru: object, en: object, screen = ''): Promise<string[]> {
  const root = mkdtempSync(path.join(tmpdir(), 'mosty-words-'));
  made.push(root);
  const folder = path.join(root, 'modules/deals/ui');
  mkdirSync(folder, { recursive: true });
  writeFileSync(path.join(folder, 'words.ts'), `export const words = ${JSON.stringify({ ru, en })};`);
  writeFileSync(path.join(folder, 'Screen.tsx'), screen);
  const { violations } = await checkWords(root);
  return violations.map((it) => `${path.basename(it.file)}:${it.line} ${it.words}`);
}

test('both languages have the same keys, plural endings aside', async () => {
  const days = { n_one: 'день', n_few: 'дня', n_many: 'дней' };
  expect(await troubles(days, { n_one: 'day', n_other: 'days' })).toEqual([]);
  expect(await troubles({ a: 'а', b: { c: 'в' } }, { a: 'a' })).toEqual(['words.ts:1 en has no b.c']);
  expect(await troubles({ a: 'а' }, { a: 'a', d: 'd' })).toEqual(['words.ts:1 ru has no d']);
});

test('a plural has every ending its language needs', async () => {
  const days = { n_one: 'день', n_many: 'дней' };
  expect(await troubles(days, { n_one: 'day', n_other: 'days' })).toEqual(['words.ts:1 ru: n lacks few']);
});

test('nothing is empty, and English is English but for names in quotes', async () => {
  expect(await troubles({ a: ' ' }, { a: 'a' })).toEqual(['words.ts:1 ru: a']);
  expect(await troubles({ a: 'а' }, { a: 'деньги' })).toEqual(['words.ts:1 en: a has Cyrillic "деньги"']);
  expect(await troubles({ a: 'а' }, { a: 'the product «Полка»' })).toEqual([]);
});

test('what is told in one language is told in the other', async () => {
  const found = await troubles({ a: 'Должны {{amount}} до {{day}}' }, { a: 'We owe {{amount}}' });
  expect(found).toEqual(['words.ts:1 a: {{day}} stands in one language only']);
});

test('words of a screen stand in words.ts; its comments may be in any language', async () => {
  const screen = "// деньги\n/* слова */ const a = <p>Привет</p>;\nconst b = 'https://x'; // ещё\n";
  expect(await troubles({ a: 'а' }, { a: 'a' }, screen)).toEqual([
    'Screen.tsx:2 "Привет" belongs into words.ts',
  ]);
});

test('every key that a screen asks for has words, whichever way it is asked', async () => {
  const words = { a: 'а', state: { open: 'о', shut: 'з' }, n_one: '1', n_few: '2', n_many: '3' };
  const english = { a: 'a', state: { open: 'o', shut: 's' }, n_one: '1', n_other: '2' };
  const screen = `
    const t = useWords('deals');
    t('a'); t('n', { count: 2 }); t(\`state.\${now}\`); t(now === 'none' ? 'state.open' : 'state.shut'); t('state');
    t('b'); t(\`mood.\${now}\`); t(now ? 'state.lost' : 'a'); t('kit:close'); other('no'); format('a,b');`;
  expect(await troubles(words, english, screen)).toEqual([
    'Screen.tsx:4 there is no deals:b',
    'Screen.tsx:4 there is no deals:mood.',
    'Screen.tsx:4 there is no deals:state.lost',
    'Screen.tsx:4 there is no kit:close',
  ]);
});
