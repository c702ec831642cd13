import { expect, test } from 'vitest';
import { setWell } from './typography.ts';

const shown = (text: string): string => text.replaceAll('\u00a0', '·');

test.each([
  ['Дают 68 % выручки', 'Дают 68·% выручки'],
  ['Ничего не нашлось', 'Ничего не·нашлось'],
  ['И в каждом – по 12 дней', 'И·в·каждом·– по·12·дней'],
  ['Фикс 20 000 ₽ вместо 1 250 000 ₽', 'Фикс 20·000·₽ вместо 1·250·000·₽'],
  ['Закрыть № 7?', 'Закрыть №·7?'],
  ['Знаете ли вы?', 'Знаете·ли вы?'],
  ['Сверить «На проверке» до пятницы', 'Сверить «На·проверке» до·пятницы'],
  ['Линия', 'Линия'],
])('Russian words are set without hanging prepositions: %s', (plain, set) => {
  expect(shown(setWell(plain, 'ru'))).toBe(set);
});

test('English keeps only numbers with their units and the dash together', () => {
  expect(shown(setWell('They give 68 % – in 12 days', 'en'))).toBe('They give 68·%·– in 12·days');
});
