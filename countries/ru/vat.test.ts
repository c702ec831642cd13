import { expect, test } from 'vitest';
import { vatWords } from './vat.ts';

test.each([
  [122_00n, '22', 'В т.ч. НДС 22% — 22.00 руб.'],
  [100_000n, '5', 'В т.ч. НДС 5% — 47.62 руб.'],
  [1n, '22', 'В т.ч. НДС 22% — 0.00 руб.'],
  [100_000n, undefined, 'НДС не облагается'],
  [100_000n, '18', 'НДС не облагается'],
])('%s kopecks at %s %%', (amount, percent, words) => {
  expect(vatWords(amount, percent)).toBe(words);
});
