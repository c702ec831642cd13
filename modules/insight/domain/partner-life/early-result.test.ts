import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { gunzipSync } from 'node:zlib';
import { describe, expect, it, test } from 'vitest';
import { EARLY_DAYS, earlyResult, STAYS, type Part } from './early-result.ts';

const LOG = path.resolve(import.meta.dirname, '../../../../../shared/data/cdnow/master.csv.gz');

describe('an early result and staying (S1.20)', () => {
  it('stands beside everybody else and beside those who sold later, each with its n', () => {
    const found = earlyResult([
      { part: 'early', n: 20, stayed: 14 },
      { part: 'later', n: 16, stayed: 7 },
      { part: 'never', n: 24, stayed: 1 },
    ]);
    expect(found.early).toEqual({ n: 20, stayed: 14, stayedPpm: 700_000 });
    expect(found.others).toEqual({ n: 40, stayed: 8, stayedPpm: 200_000 });
    expect(found.later).toEqual({ n: 16, stayed: 7, stayedPpm: 437_500 });
    // The same partners: three and a half times as often, or one and six tenths. Which is said must be said.
    expect(found).toMatchObject({ timesOthers: 350, timesLater: 160 });
  });

  it('says nothing of a group of four, and divides by nobody', () => {
    expect(
      earlyResult([
        { part: 'early', n: 4, stayed: 4 },
        { part: 'later', n: 9, stayed: 3 },
      ]),
    ).toMatchObject({ early: { n: 4, stayedPpm: null }, timesOthers: null, timesLater: null });
    expect(
      earlyResult([
        { part: 'early', n: 8, stayed: 4 },
        { part: 'never', n: 9, stayed: 0 },
      ]),
    ).toMatchObject({ others: { stayedPpm: 0 }, timesOthers: null });
    expect(earlyResult([])).toMatchObject({ early: { n: 0 }, others: { n: 0 }, timesOthers: null });
  });
});

/** 23,570 buyers of CDNOW: the first purchase as the beginning, the second as the result. Counted apart, in Python. */
test.runIf(existsSync(LOG))(
  'of real buyers the early stay twice as often as the rest, and no oftener than the later (S1.20)',
  () => {
    const days = new Map<string, number[]>();
    for (const line of gunzipSync(readFileSync(LOG)).toString().trim().split('\n').slice(1)) {
      const [customer = '', date = ''] = line.split(',');
      const bought = days.get(customer) ?? [];
      bought.push(Date.parse(date) / 86_400_000);
      days.set(customer, bought);
    }
    const counts = new Map<Part, { part: Part; n: number; stayed: number }>();
    for (const bought of days.values()) {
      const first = Math.min(...bought);
      const again = bought.map((day) => day - first).filter((day) => day > 0);
      const second = Math.min(...again);
      const part = second < EARLY_DAYS ? 'early' : second < STAYS.fromDay ? 'later' : 'never';
      const count = counts.get(part) ?? { part, n: 0, stayed: 0 };
      count.n += 1;
      if (again.some((day) => day >= STAYS.fromDay && day < STAYS.toDay)) count.stayed += 1;
      counts.set(part, count);
    }
    expect(earlyResult([...counts.values()])).toMatchObject({
      early: { n: 4_032, stayed: 1_396, stayedPpm: 346_230 },
      later: { n: 4_787, stayed: 1_568 },
      never: { n: 14_751, stayed: 1_162 },
      timesOthers: 248,
      timesLater: 106,
    });
  },
);
