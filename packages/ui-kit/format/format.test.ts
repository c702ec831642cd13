import { expect, test } from 'vitest';
import { initials } from './initials.ts';
import { formatMoney } from './money.ts';
import { lastMonths, monthNow } from './months.ts';
import { formatCount, formatPercent } from './number.ts';
import { formatWhen } from './when.ts';

const NBSP = '\u00a0';
const MINUS = '\u2212';

test('money is written the Russian way: grouped by spaces that do not break, a true minus (look)', () => {
  expect(formatMoney(123_456_750, 'RUB', 'ru')).toBe(`1${NBSP}234${NBSP}567,50${NBSP}₽`);
  expect(formatMoney(-1_248_000, 'RUB', 'ru')).toBe(`${MINUS}12${NBSP}480,00${NBSP}₽`);
  expect(formatMoney(50, 'RUB', 'ru')).toBe(`0,50${NBSP}₽`);
  expect(formatMoney(-5, 'RUB', 'ru')).toBe(`${MINUS}0,05${NBSP}₽`);
  expect(formatMoney(0, 'RUB', 'ru')).toBe(`0,00${NBSP}₽`);
});

test('money is written the English way with the same signs', () => {
  expect(formatMoney(123_456_750, 'RUB', 'en')).toBe('₽1,234,567.50');
  expect(formatMoney(-1_248_000, 'RUB', 'en')).toBe(`${MINUS}₽12,480.00`);
  expect(formatMoney(999, 'GBP', 'en')).toBe('£9.99');
});

test('an amount beyond a float keeps every kopeck', () => {
  expect(formatMoney(9_007_199_254_740_993_17n, 'RUB', 'ru').replaceAll(NBSP, ' ')).toBe(
    '9 007 199 254 740 993,17 ₽',
  );
});

test('a currency without minor units has none on the screen', () => {
  expect(formatMoney(1234, 'JPY', 'en')).toBe('¥1,234');
});

test('whole roubles for sentences, signs for differences', () => {
  expect(formatMoney(46_100_050, 'RUB', 'ru', { precision: 'whole' })).toBe(`461${NBSP}001${NBSP}₽`);
  expect(formatMoney(100, 'RUB', 'ru', { signed: true })).toBe(`+1,00${NBSP}₽`);
});

test('counts and percents', () => {
  expect(formatCount(525_461, 'ru')).toBe(`525${NBSP}461`);
  expect(formatCount(525_461, 'en')).toBe('525,461');
  expect(formatPercent(235_000, 'ru')).toBe(`23,5${NBSP}%`);
  expect(formatPercent(235_000, 'en')).toBe('23.5%');
  expect(formatPercent(-12_500, 'ru', { digits: 2 })).toBe(`${MINUS}1,25${NBSP}%`);
});

test('an instant is shown in the company’s zone, a day in nobody’s', () => {
  const late = '2026-11-30T22:30:00Z';
  expect(formatWhen(late, 'day', 'ru', 'Europe/Moscow')).toBe(`1${NBSP}декабря${NBSP}2026`);
  expect(formatWhen(late, 'day', 'ru', 'Asia/Vladivostok')).toBe(`1${NBSP}декабря${NBSP}2026`);
  expect(formatWhen(late, 'time', 'ru', 'Europe/Moscow')).toBe(`1${NBSP}декабря${NBSP}2026, 01:30`);
  expect(formatWhen(late, 'time', 'en', 'Europe/Moscow')).toBe(`1${NBSP}December${NBSP}2026, 01:30`);
  expect(formatWhen('2026-11-30', 'day', 'en', 'America/Los_Angeles')).toBe(`30${NBSP}November${NBSP}2026`);
  expect(formatWhen('2026-11-30', 'short', 'ru', 'Asia/Vladivostok')).toBe('30.11.26');
  expect(formatWhen('2026-11-30', 'short', 'en', 'Asia/Vladivostok')).toBe(`30${NBSP}Nov${NBSP}26`);
  expect(formatWhen('2026-11', 'month', 'ru', 'Asia/Vladivostok')).toBe(`ноябрь${NBSP}2026`);
});

test('how long ago', () => {
  const now = new Date('2026-11-21T12:00:00Z');
  expect(formatWhen('2026-11-18T12:00:00Z', 'ago', 'ru', 'UTC', now)).toBe('3 дня назад');
  expect(formatWhen('2026-11-21T11:59:30Z', 'ago', 'en', 'UTC', now)).toBe('this minute');
});

test('what is not a date is shown as it came', () => {
  expect(formatWhen('когда-нибудь', 'day', 'ru', 'UTC')).toBe('когда-нибудь');
});

test('months go back across a year', () => {
  expect(lastMonths('2026-02', 4)).toEqual(['2026-02', '2026-01', '2025-12', '2025-11']);
  expect(monthNow('Asia/Vladivostok', new Date('2026-11-30T20:00:00Z'))).toBe('2026-12');
});

test('initials of people and of companies', () => {
  expect(initials('Мария Лунёва')).toBe('МЛ');
  expect(initials('ООО «Вектор CRM»')).toBe('ВC');
  expect(initials('Купонатор24')).toBe('К');
  expect(initials('')).toBe('');
});
