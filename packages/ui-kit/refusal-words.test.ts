import { expect, test } from 'vitest';
import { wordsOfRefusal } from './refusal-words.ts';
import { translator } from './spoken/translator.ts';
import { words } from './words.ts';

const t = translator(
  {
    language: 'ru',
    words: {
      kit: words.ru,
      incentives: {
        refusals: {
          scheme_overlaps: {
            what: 'Схема «{{name}}» уже действует.',
            change: 'Закройте её с нужной даты.',
          },
          no_base: 'Нет суммы, с которой считать.',
        },
      },
    },
  },
  'kit',
);

const said = (kind: 'conflict' | 'not_now', code: string, params = {}) =>
  wordsOfRefusal(t, { kind, code, params });

test('a module says which rule and what would change it', () => {
  expect(said('conflict', 'incentives.scheme_overlaps', { name: 'A' })).toEqual({
    what: 'Схема «A» уже действует.',
    change: 'Закройте её с нужной даты.',
    who: undefined,
  });
  expect(said('not_now', 'incentives.no_base').what).toBe('Нет суммы, с которой считать.');
});

test('a code without words speaks by its kind, never as a bare code', () => {
  expect(said('conflict', 'incentives.unheard_of').what).toBe(words.ru.refusal.conflict.what);
  expect(said('not_now', 'nonsense').what).toBe(words.ru.refusal.not_now.what);
});
