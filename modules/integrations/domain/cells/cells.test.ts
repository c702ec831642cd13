import fc from 'fast-check';
import { escapeFormula } from '@mosty/kernel/table-file';
import { instantOfWallClock } from '@mosty/kernel/time';
import { describe, expect, it } from 'vitest';
import { decimalText, detectMark, readAmount, readFourPlaces } from './amount.ts';
import { detectDateOrder, localClock, readTime } from './date.ts';
import { cellText } from './text.ts';

describe('amounts', () => {
  it('are exact millionths of a kopeck, by the fast way and by the general one alike', () => {
    expect(readAmount('6.95', '.', 'GBP')).toBe(695_000_000n);
    expect(readAmount('-0.0001', '.', 'GBP')).toBe(-10_000n);
    expect(readAmount('1 234 567,50 ₽', ',', 'RUB')).toBe(123_456_750_000_000n);
    expect(readAmount('1,234.5', '.', 'USD')).toBe(123_450_000_000n);
    expect(readAmount('(12,00)', ',', 'RUB')).toBe(-1_200_000_000n);
    expect(readAmount('100', '.', 'JPY')).toBe(100_000_000n);
    for (const wrong of ['', 'abc', '1.2.3', '1e5', '12,34', '0x10', 'NaN'])
      expect(readAmount(wrong, '.', 'RUB')).toBeNull();
  });

  it('come back as text exactly', () => {
    fc.assert(
      fc.property(
        fc.bigInt({ min: -(10n ** 12n), max: 10n ** 12n }),
        fc.integer({ min: 0, max: 4 }),
        (digits, scale) => {
          const read = readFourPlaces(decimalText({ digits, scale }), '.');
          expect(read && read.digits * 10n ** BigInt(4 - read.scale)).toBe(digits * 10n ** BigInt(4 - scale));
        },
      ),
    );
  });

  it('show their decimal mark by the column', () => {
    expect(detectMark(['10,5', '3'], '.')).toBe(',');
    expect(detectMark(['1.234,50', '1,234'], '.')).toBe(',');
    expect(detectMark(['1,234', '5,678'], '.')).toBe('.');
    expect(detectMark(['1,234', '5,678'], ',')).toBe(',');
    expect(detectMark(['1.000.000', '5'], '.')).toBe(',');
    expect(detectMark(['1234.5'], ',')).toBe('.');
  });
});

describe('dates', () => {
  it('are read in the order of their column, and refused when there is no such day', () => {
    expect(readTime('31.03.2026', 'dmy')).toEqual({ ms: Date.UTC(2026, 2, 31), zoned: false });
    expect(readTime('3/31/26 5:04 PM', 'mdy')).toEqual({ ms: Date.UTC(2026, 2, 31, 17, 4), zoned: false });
    expect(readTime('2026-03-31T10:00:00+03:00', 'dmy')).toEqual({
      ms: Date.UTC(2026, 2, 31, 7),
      zoned: true,
    });
    expect(readTime('2009-12-01 07:45', 'iso')).toEqual({ ms: Date.UTC(2009, 11, 1, 7, 45), zoned: false });
    for (const wrong of ['31.02.2026', '2026-13-01', '01.01.0026', 'завтра', '12.2026', ''])
      expect(readTime(wrong, 'dmy')).toBeNull();
  });

  it('show their order by the column', () => {
    expect(detectDateOrder(['01/02/2026', '25/02/2026'])).toBe('dmy');
    expect(detectDateOrder(['01/02/2026', '02/25/2026'])).toBe('mdy');
    expect(detectDateOrder(['2026-02-01', ''])).toBe('iso');
    expect(detectDateOrder(['1767225600', '1767225601'])).toBe('unix');
  });

  it('on the wall clock become the same instants as the kernel gives, clock changes included', () => {
    for (const zone of [
      'Europe/London',
      'Europe/Moscow',
      'America/St_Johns',
      'Asia/Kathmandu',
      'Australia/Lord_Howe',
    ]) {
      const clock = localClock(zone);
      fc.assert(
        fc.property(fc.integer({ min: Date.UTC(2009, 0, 1), max: Date.UTC(2027, 0, 1) }), (wall) => {
          const minute = wall - (wall % 60_000);
          expect(clock(minute)).toBe(instantOfWallClock(minute, zone).getTime());
        }),
        { numRuns: 60 },
      );
    }
    const london = localClock('Europe/London');
    for (let wall = Date.UTC(2010, 2, 27); wall < Date.UTC(2010, 2, 30); wall += 1_800_000) {
      expect(london(wall)).toBe(instantOfWallClock(wall, 'Europe/London').getTime());
    }
  });
});

describe('text', () => {
  it('that a spreadsheet would run comes back as it went', () => {
    for (const text of [
      "=cmd|' /C calc'!A0",
      '+7 999',
      '@sum',
      '-1',
      '＝1+1',
      '＠sum',
      'обычный',
      "д'Артаньян",
    ]) {
      expect(cellText(escapeFormula(text))).toBe(text);
    }
  });
});
