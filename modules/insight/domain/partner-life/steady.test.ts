import { describe, expect, it } from 'vitest';
import { addDays, businessDate } from '@mosty/kernel/time';
import { lastMonths, lastQuarter, lastWeeks, spikesOf, type WeekPaid } from './steady.ts';

const window = lastWeeks(businessDate('2026-03-04'));
const weeks = (paid: readonly bigint[]): WeekPaid[] =>
  paid.map((paidMinor, place) => ({ week: addDays(window.to, -7 * (paid.length - place)), paidMinor }));

describe('windows of steadiness', () => {
  it('are whole: quarters, weeks from Monday, months', () => {
    expect(lastQuarter(businessDate('2026-03-31'))).toEqual({ from: '2025-10-01', to: '2026-01-01' });
    expect(lastQuarter(businessDate('2026-04-01'))).toEqual({ from: '2026-01-01', to: '2026-04-01' });
    expect(window).toEqual({ from: '2025-03-03', to: '2026-03-02' });
    expect(lastMonths(businessDate('2026-03-04'))).toEqual({ from: '2025-03-01', to: '2026-03-01' });
  });
});

describe('revenue outside spikes (S0.56)', () => {
  it('even weeks are all of it', () => {
    const found = spikesOf(window, weeks(Array.from({ length: 60 }, () => 100n)));
    expect(found).toMatchObject({ judged: 52, spikes: 0, sharePpm: 1_000_000n });
  });

  it('a week above twice the median of the eight before it is a spike, at twice it is not', () => {
    const paid = Array.from({ length: 60 }, () => 100n);
    paid[40] = 300n;
    paid[50] = 200n;
    const found = spikesOf(window, weeks(paid));
    expect(found.spikes).toBe(1);
    // 50 weeks of 100 and the one of 200, of these and the 300.
    expect(found.sharePpm).toBe(945_455n);
    expect(found.weeks.find(({ spike }) => spike)).toMatchObject({ paidMinor: 300n, medianMinor: 100n });
  });

  it('a season that lasts is a new level: its later weeks are no spikes', () => {
    const paid = Array.from({ length: 60 }, (_none, place) => (place < 40 ? 100n : 500n));
    expect(spikesOf(window, weeks(paid)).spikes).toBe(4);
  });

  it('weeks with nothing or too little before them are not judged, and few judged give no share', () => {
    const found = spikesOf(window, weeks(Array.from({ length: 15 }, () => 100n)));
    expect(found).toMatchObject({ judged: 7, spikes: 0, sharePpm: null });
    const silent = spikesOf(window, weeks([...Array.from({ length: 59 }, () => 0n), 900n]));
    expect(silent).toMatchObject({ judged: 0, sharePpm: null });
    expect(spikesOf(window, []).weeks).toHaveLength(52);
  });
});
