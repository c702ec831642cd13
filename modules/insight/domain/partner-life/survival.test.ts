import { describe, expect, it } from 'vitest';
import { businessDate } from '@mosty/kernel/time';
import { seededRandom } from '@mosty/testkit';
import { survivalCurve, watchedUntil, type Watched } from './survival.ts';

/** Weeks of remission of 21 children on 6-MP (Freireich, 1963); true: it ended, false: watched no longer. */
const FREIREICH: readonly (readonly [number, boolean])[] = [
  [6, true],
  [6, true],
  [6, true],
  [6, false],
  [7, true],
  [9, false],
  [10, true],
  [10, false],
  [11, false],
  [13, true],
  [16, true],
  [17, false],
  [19, false],
  [20, false],
  [22, true],
  [23, true],
  [25, false],
  [32, false],
  [32, false],
  [34, false],
  [35, false],
]; // prettier-ignore

const one = (days: number, stopped: boolean): Watched => ({ days, stopped, number: 1 });

describe('a curve of survival with censoring', () => {
  it('is that of Kaplan and Meier, as every textbook has it', () => {
    const { points, n, stopped } = survivalCurve(
      'partners',
      FREIREICH.map(([weeks, ended]) => one(weeks * 10, ended)),
    );
    expect({ n, stopped }).toEqual({ n: 21, stopped: 9 });
    const at = (day: number) => points.find((point) => point.day === day);
    expect(at(60)).toMatchObject({ atRisk: 21, goOnPpm: 1_000_000 });
    expect(at(90)).toMatchObject({ atRisk: 16, goOnPpm: 806_723 });
    expect(at(120)).toMatchObject({ atRisk: 12, goOnPpm: 752_941 });
    expect(at(150)).toMatchObject({ atRisk: 11, goOnPpm: 690_196 });
    expect(at(180)).toMatchObject({ goOnPpm: 627_451 });
    expect(at(240)).toMatchObject({ atRisk: 5, goOnPpm: 448_179 });
  });

  it('without anybody censored is the plain share of those left', () => {
    const watched = Array.from({ length: 100 }, (_none, place) => one(place * 3, true));
    for (const { day, goOnPpm, atRisk } of survivalCurve('direct', watched).points) {
      expect(atRisk).toBe(watched.filter(({ days }) => days >= day).length);
      expect(goOnPpm).toBe(atRisk * 10_000);
    }
  });

  it('never rises, ends where five are left, and names the median only where half have stopped', () => {
    const random = seededRandom(7);
    for (let time = 0; time < 50; time += 1) {
      const watched = Array.from({ length: Math.floor(random() * 60) }, () =>
        one(Math.floor(random() * 700), random() < 0.5),
      );
      const { points, medianDays, endsAbove } = survivalCurve('clients', watched);
      // Everybody counted, drawn or not: what goes on past the last stop anybody was seen to make.
      const stops = [...new Set(watched.filter(({ stopped }) => stopped).map(({ days }) => days))];
      const goOn = stops.reduce((share, day) => {
        const atRisk = watched.filter(({ days }) => days >= day).length;
        return share * (1 - watched.filter(({ days, stopped }) => stopped && days === day).length / atRisk);
      }, 1);
      if (Math.abs(goOn - 0.5) > 1e-9) expect(endsAbove).toBe(points.length > 0 && goOn > 0.5);
      if (endsAbove) expect(medianDays).toBeNull();
      const shares = points.map(({ goOnPpm }) => goOnPpm);
      expect(shares).toEqual(shares.toSorted((a, b) => b - a));
      expect(points.every(({ atRisk }) => atRisk >= 5)).toBe(true);
      if (medianDays === null) continue;
      expect(points.filter(({ day }) => day <= medianDays).every(({ goOnPpm }) => goOnPpm > 500_000)).toBe(
        true,
      );
    }
  });

  it('says that more than half go on only where nobody knows of a half that stopped', () => {
    // Five of eleven stopped while five and more were watched; the four left stopped when nobody is told of any more.
    const gone = Array.from({ length: 11 }, (_none, place) =>
      one(place < 5 ? 40 : place < 7 ? 95 : 200 + place, place < 5 || place >= 7),
    );
    const everybody = survivalCurve('partners', gone);
    expect(everybody.points.at(-1)?.goOnPpm).toBeGreaterThan(500_000);
    expect(everybody).toMatchObject({ stopped: 9, medianDays: null, endsAbove: false });
    const few = gone.map((of) => (of.days > 200 ? { ...of, stopped: false } : of));
    expect(survivalCurve('partners', few)).toMatchObject({ stopped: 5, medianDays: null, endsAbove: true });
    expect(survivalCurve('partners', [one(10, false)])).toMatchObject({ points: [], endsAbove: false });
  });

  it('counts groups of many as it counts each by itself', () => {
    const grouped = [
      one(100, true),
      { days: 40, stopped: true, number: 30 },
      { days: 300, stopped: false, number: 20 },
    ];
    const apart = grouped.flatMap((group) =>
      Array.from({ length: group.number }, () => one(group.days, group.stopped)),
    );
    expect(survivalCurve('direct', grouped)).toEqual(survivalCurve('direct', apart));
  });

  it('is judged until 120 days ago: later silence proves nothing yet', () => {
    expect(watchedUntil(businessDate('2026-05-01'))).toBe('2026-01-01');
  });
});
