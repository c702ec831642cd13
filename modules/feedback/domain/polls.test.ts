import fc from 'fast-check';
import { expect, it } from 'vitest';
import { businessDate } from '@mosty/kernel/time';
import { SCALES } from '../contract.ts';
import { halfOf, isTime, openingDay, USUAL } from './half-year.ts';
import { figuresOf, type Counted } from './poll-figures.ts';

const open = { isNameless: false, isOpen: true };

function countedOf(marks: readonly number[]): Counted[] {
  return marks.flatMap((mark) => [
    { question: 'recommend' as const, mark, count: 1 },
    ...SCALES.map((question) => ({ question, mark: 1 + (mark % 5), count: 1 })),
  ]);
}

it('eNPS is promoters less detractors of all who answered (S1.70)', () => {
  const found = figuresOf(countedOf([10, 9, 9, 8, 7, 6, 0]), open);
  expect(found?.camps).toEqual({ promoters: 3, passives: 2, detractors: 2 });
  expect(found?.enps).toBe(14);
});

it('four answers are no figure, and a nameless poll says nothing before it is over (S1.69)', () => {
  expect(figuresOf(countedOf([10, 10, 10, 10]), open)).toBeNull();
  const five = countedOf([10, 10, 10, 10, 10]);
  expect(figuresOf(five, { isNameless: true, isOpen: true })).toBeNull();
  expect(figuresOf(five, { isNameless: true, isOpen: false })?.enps).toBe(100);
});

it('whatever is answered: camps are everybody, eNPS stays within its borders, counts of a scale are everybody', () => {
  fc.assert(
    fc.property(fc.array(fc.integer({ min: 0, max: 10 }), { minLength: 5, maxLength: 60 }), (marks) => {
      const found = figuresOf(countedOf(marks), open);
      if (!found) throw new Error('enough answers, and no figures');
      const { promoters, passives, detractors } = found.camps;
      expect(promoters + passives + detractors).toBe(marks.length);
      expect(Math.abs(found.enps)).toBeLessThanOrEqual(100);
      for (const { counts, meanHundredths } of found.scales) {
        expect(counts.reduce((all, { count }) => all + count, 0)).toBe(marks.length);
        expect(meanHundredths).toBeGreaterThanOrEqual(100);
        expect(meanHundredths).toBeLessThanOrEqual(500);
      }
    }),
  );
});

it('a half-year has one opening day; three weeks later it is too late to open by itself', () => {
  const day = businessDate;
  expect(halfOf(day('2026-06-30'))).toBe('2026-1');
  expect(halfOf(day('2026-07-01'))).toBe('2026-2');
  expect(openingDay(day('2026-11-21'), USUAL)).toBe('2026-11-10');
  expect(openingDay(day('2026-02-01'), { ...USUAL, month: 1 })).toBe('2026-01-10');
  expect(isTime(day('2026-11-09'), USUAL)).toBe(false);
  expect(isTime(day('2026-11-10'), USUAL)).toBe(true);
  expect(isTime(day('2026-11-30'), USUAL)).toBe(true);
  expect(isTime(day('2026-12-01'), USUAL)).toBe(false);
  expect(isTime(day('2026-11-10'), { ...USUAL, isOn: false })).toBe(false);
});
