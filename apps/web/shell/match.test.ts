import { expect, test } from 'vitest';
import { matches } from './match.ts';

test.each([
  ['парт', 'Партнёры', true],
  ['партнеры', 'Партнёры', true],
  ['gfhn', 'Партнёры', true],
  ['дуеецук', 'Letter', false],
  ['загр дан', 'Загрузка данных', true],
  ['данных', 'Загрузка данных', true],
  ['агрузка', 'Загрузка данных', false],
  ['', 'Что угодно', true],
  ['скл', 'Карточка «Склад»', true],
])('the palette finds «%s» in «%s»: %s', (query, text, found) => {
  expect(matches(query, text)).toBe(found);
});
