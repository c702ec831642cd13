import { describe, expect, it } from 'vitest';
import { ceilingOf, pathOf, scaleOf } from './share-geometry.ts';

const frame = { width: 110, height: 120, left: 5, right: 5, top: 10, bottom: 10 };

describe('the drawing of shares', () => {
  it('leaves room above the mark of 30 % even where every share is small', () => {
    expect(ceilingOf([10_000, null], [100_000, 300_000])).toBe(350_000);
    expect(ceilingOf([], [100_000, 300_000])).toBe(350_000);
  });

  it('breaks the line where a month cannot be told', () => {
    const scale = scaleOf(frame, 5, 100_000);
    expect(pathOf([0, 50_000, null, 100_000, 0], scale)).toBe('M5.0 110.0L30.0 60.0M80.0 10.0L105.0 110.0');
  });

  it('finds the month nearest to the pointer, and stays inside', () => {
    const { placeAt } = scaleOf(frame, 5, 100_000);
    expect([placeAt(-20), placeAt(17), placeAt(18), placeAt(500)]).toEqual([0, 0, 1, 4]);
  });

  it('stands a single month in the middle, and a negative share on the ground', () => {
    const { x, y } = scaleOf(frame, 1, 100_000);
    expect([x(0), y(-5)]).toEqual([55, 110]);
  });
});
