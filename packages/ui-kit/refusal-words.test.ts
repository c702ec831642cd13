import i18next from 'i18next';
import { beforeAll, expect, test } from 'vitest';
import { wordsOfRefusal } from './refusal-words.ts';
import { words } from './words.ts';

beforeAll(() =>
  i18next.init({
    lng: 'ru',
    resources: {
      ru: {
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
    interpolation: { escapeValue: false },
  }),
);

const said = (kind: 'conflict' | 'not_now', code: string, params = {}) =>
  wordsOfRefusal(i18next.t, { kind, code, params });

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
