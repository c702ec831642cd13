import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { gunzipSync } from 'node:zlib';
import { describe, expect, test } from 'vitest';
import { aliveChance, expectedOf, expectedOfNew, fit, type Seen } from './bg-nbd.ts';
import { hypergeometric } from './hypergeometric.ts';
import { logGamma } from './log-gamma.ts';

const DATA = path.resolve(import.meta.dirname, '../../../../../shared/data');
const present = existsSync(path.join(DATA, 'cdnow/summary.csv.gz'));

test('ln Γ and ₂F₁ equal what is known of them exactly', () => {
  expect(logGamma(1)).toBeCloseTo(0, 13);
  expect(logGamma(0.5)).toBeCloseTo(Math.log(Math.sqrt(Math.PI)), 13);
  expect(logGamma(10)).toBeCloseTo(Math.log(362_880), 12);
  // ₂F₁(1, 1; 2; z) = −ln(1 − z) / z, and ₂F₁(a, b; b; z) = (1 − z)^−a.
  for (const z of [0.1, 0.5, 0.9, 0.99]) {
    expect(hypergeometric(1, 1, 2, z) / (-Math.log(1 - z) / z)).toBeCloseTo(1, 12);
    expect(hypergeometric(2.5, 3, 3, z) * (1 - z) ** 2.5).toBeCloseTo(1, 11);
  }
});

describe.runIf(present)('S1.59: BG/NBD on the purchases of CDNOW (Fader and Hardie)', () => {
  interface Answers {
    bgnbd: {
      published: { r: number; alpha: number; a: number; b: number; loglik: number };
      E_repeat_by_week: Record<string, number>;
      published_E_repeat_by_week: Record<string, number>;
      published_conditional: number;
      p_alive_examples: { x: number; tx: number; T: number; p: number }[];
      sum_expected_next_39w: number;
      mean_p_alive: number;
    };
  }
  const read = present
    ? {
        answers: (
          JSON.parse(readFileSync(path.join(DATA, 'reference-answers/cdnow.json'), 'utf8')) as Answers
        ).bgnbd,
        seen: gunzipSync(readFileSync(path.join(DATA, 'cdnow/summary.csv.gz')))
          .toString()
          .trim()
          .split('\n')
          .slice(1)
          .map((line): Seen => {
            const [, repeats, last, age] = line.split(',').map(Number);
            return { repeats: repeats ?? 0, last: last ?? 0, age: age ?? 0 };
          }),
      }
    : null;
  const model = fit(read?.seen ?? []);
  const within = (value: number, of: number, share: number) =>
    expect(Math.abs(value / of - 1)).toBeLessThan(share);

  test('its parameters are the published ones, within half a percent', () => {
    if (!read) return;
    expect(read.seen).toHaveLength(2357);
    const { published } = read.answers;
    for (const name of ['r', 'alpha', 'a', 'b'] as const) within(model[name], published[name], 0.005);
    expect(model.logLikelihood).toBeCloseTo(published.loglik, 0);
  });

  test('repeat purchases expected of a new one, week by week, are those of the paper', () => {
    if (!read) return;
    for (const [week, expected] of Object.entries(read.answers.E_repeat_by_week))
      within(expectedOfNew(model, Number(week)), expected, 0.002);
    for (const [week, expected] of Object.entries(read.answers.published_E_repeat_by_week))
      within(expectedOfNew(model, Number(week)), expected, 0.01);
  });

  test('so are the chance to be alive and what is expected of one that is known', () => {
    if (!read) return;
    for (const { x, tx, T, p } of read.answers.p_alive_examples)
      expect(aliveChance(model, { repeats: x, last: tx, age: T })).toBeCloseTo(p, 2);
    within(
      expectedOf(model, { repeats: 2, last: 30.43, age: 38.86 }, 39),
      read.answers.published_conditional,
      0.005,
    );
    const mean = read.seen.reduce((sum, one) => sum + aliveChance(model, one), 0) / read.seen.length;
    within(mean, read.answers.mean_p_alive, 0.005);
    const sum = read.seen.reduce((total, one) => total + expectedOf(model, one, 39), 0);
    within(sum, read.answers.sum_expected_next_39w, 0.005);
  });
});
