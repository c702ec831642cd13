import { expect, test } from 'vitest';
import { expectationsFields, promiseText } from './version.ts';

test('spaces that do not break are kept plain, so that versions differ only in what a reader sees', () => {
  expect(promiseText.parse(' 10\u00a0%\u202fдо пятого ')).toBe('10 % до пятого');
});

test('all of it fits a page: a point of more than a thousand characters is refused (S0.60)', () => {
  const point = { success: 'а', whoAnswers: 'б', ifItBreaks: 'в', howCounted: 'г' };
  expect(expectationsFields.safeParse(point).success).toBe(true);
  expect(expectationsFields.safeParse({ ...point, success: 'а'.repeat(1_001) }).success).toBe(false);
});
