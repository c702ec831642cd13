import { expect, it } from 'vitest';
import { yearsTogether } from './years-together.ts';

it('years together are whole: a day before the anniversary is a year less (S1.60)', () => {
  expect(yearsTogether('2019-03-02', '2026-03-01')).toBe(6);
  expect(yearsTogether('2019-03-02', '2026-03-02')).toBe(7);
  expect(yearsTogether('2026-01-10', '2026-11-21')).toBe(0);
  expect(yearsTogether('2024-02-29', '2025-02-28')).toBe(0);
  expect(yearsTogether('2026-12-01', '2026-11-21')).toBe(0);
});
