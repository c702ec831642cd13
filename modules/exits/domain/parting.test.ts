import { expect, test } from 'vitest';
import { figuresFrom, plainFigures, sameFigures, type Figures } from './figures.ts';
import { thanksLetters } from './thanks.ts';
import { isTop } from './top-partner.ts';

const figures: Figures = {
  workedSince: '2026-01-12',
  brought: [
    { class: 'partner_sales', currency: 'RUB', clients: 2, sales: 3, amountMinor: 9_007_199_254_740_993n },
    { class: 'partner_sales', currency: 'EUR', clients: 1, sales: 1, amountMinor: 100n },
  ],
  earned: [{ currency: 'RUB', amountMinor: -5n }],
};

test('what was shown is kept exactly, and compared whatever the order it is read in', () => {
  const kept = figuresFrom(JSON.parse(JSON.stringify(plainFigures(figures))));
  expect(kept.brought.find(({ currency }) => currency === 'RUB')?.amountMinor).toBe(9_007_199_254_740_993n);
  expect(sameFigures(kept, { ...figures, brought: figures.brought.toReversed() })).toBe(true);
  expect(sameFigures(kept, { ...figures, earned: [] })).toBe(false);
});

test('the owner parts with the top fifth, rounded up; who gives no margin is not of it', () => {
  expect([isTop(1, 1), isTop(1, 5), isTop(2, 5), isTop(2, 6), isTop(3, 6), isTop(null, 6)]).toEqual([
    true,
    true,
    false,
    true,
    false,
    false,
  ]);
});

test('the thanks name both firms in both languages', () => {
  for (const letter of Object.values(thanksLetters({ company: 'Полка', partner: 'Вектор' })))
    expect(letter.subject + letter.text).toMatch(/Полка[\s\S]*Вектор/);
});
