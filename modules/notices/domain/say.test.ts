import { expect, test } from 'vitest';
import { say } from './say.ts';

test('money is exact and days are named in both languages; what was not told stays empty', () => {
  const words = { ru: '{{partner}}: {{sum}} до {{on}}{{no}}', en: '{{partner}}: {{sum}} by {{on}}{{no}}' };
  const said = say(words, {
    partner: 'Вектор CRM',
    sum: { minor: 9_007_199_254_740_991, currency: 'RUB' },
    on: { day: '2026-12-01' },
  });
  expect(said.ru.replaceAll(/\s/g, ' ')).toBe('Вектор CRM: 90 071 992 547 409,91 ₽ до 1 декабря');
  expect(said.en).toBe('Вектор CRM: ₽90,071,992,547,409.91 by December 1');
});
