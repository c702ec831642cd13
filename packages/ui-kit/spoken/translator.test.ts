import { expect, test } from 'vitest';
import { translator } from './translator.ts';

const words = {
  kit: { more: 'Ещё' },
  deals: {
    title: 'Сделки',
    sales_one: '{{count}} продажа',
    sales_few: '{{count}} продажи',
    sales_many: '{{count}} продаж',
    named: 'От «{{name}}» на {{ sum }}',
    inner: 'Нет поля «$t(deals:field.{{field}})».',
    field: { amount: 'Сумма' },
  },
};
const t = translator({ language: 'ru', words }, 'deals');

test('a key leads to its text, in its own namespace or another', () => {
  expect(t('title')).toBe('Сделки');
  expect(t('kit:more')).toBe('Ещё');
});

test.each([
  [0, '0 продаж'],
  [1, '1 продажа'],
  [3, '3 продажи'],
  [11, '11 продаж'],
  [21, '21 продажа'],
])('a number chooses its plural: %i', (count, text) => {
  expect(t('sales', { count })).toBe(text);
});

test('values fill the holes as they are, never read as words or holes themselves', () => {
  expect(t('named', { name: '$t(title) {{sum}} <b>', sum: null })).toBe('От «$t(title) {{sum}} <b>» на ');
  expect(t('named', { name: 'A' })).toBe('От «A» на {{ sum }}');
  expect(t('inner', { field: 'amount' })).toBe('Нет поля «Сумма».');
});

test('of several keys the first that has a text; then the default; then the key, for the eye of the developer', () => {
  expect(t(['nothing.here', 'kit:more', 'title'])).toBe('Ещё');
  expect(t('nothing', { defaultValue: '' })).toBe('');
  expect(t('nothing', { defaultValue: 'rub {{n}}', n: 1 })).toBe('rub 1');
  expect(t('kit:nothing.here')).toBe('nothing.here');
  // A group of texts is no text, and what every object has is no word.
  expect(t('field')).toBe('field');
  expect(t('constructor.name', { defaultValue: '–' })).toBe('–');
});

test('the last touch comes after the values', () => {
  const finished = translator({ language: 'ru', words, finish: (text) => text.toUpperCase() }, 'deals');
  expect(finished('named', { name: 'a', sum: 5 })).toBe('ОТ «A» НА 5');
});
