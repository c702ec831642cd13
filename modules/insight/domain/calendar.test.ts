import fc from 'fast-check';
import { addDays, addMonths, firstDay, type BusinessDate } from '@mosty/kernel/time';
import { describe, expect, it } from 'vitest';
import { daysIn, stretchOf } from './calendar.ts';

describe('a window as months and days', () => {
  it('holds every day of the window once, whatever the window', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 3_000 }), fc.integer({ min: 1, max: 800 }), (start, length) => {
        const from = addDays('2019-01-01' as BusinessDate, start);
        const window = { from, to: addDays(from, length) };
        const { months, days } = stretchOf(window);
        const found = days.flatMap(daysIn);
        for (let month = months.from; month < months.to; month = addMonths(month, 1)) {
          found.push(...daysIn({ from: firstDay(month), to: firstDay(addMonths(month, 1)) }));
        }
        expect(found.sort()).toEqual(daysIn(window));
      }),
    );
  });

  it('of 90 days is two months and their ends', () => {
    expect(stretchOf({ from: '2025-12-03' as BusinessDate, to: '2026-03-03' as BusinessDate })).toEqual({
      months: { from: '2026-01', to: '2026-03' },
      days: [
        { from: '2025-12-03', to: '2026-01-01' },
        { from: '2026-03-01', to: '2026-03-03' },
      ],
    });
  });
});
