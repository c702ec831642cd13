import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Promised, Run } from '../contract/version.ts';
import { bodyHash } from './body.ts';
import { compareBodies, compareWords } from './difference.ts';

const text = fc
  .array(fc.constantFrom('мы', 'платим', '10 %', 'до', 'пятого', 'числа', ' ', '\n'), { maxLength: 30 })
  .map((parts) => parts.join(' '));
const side = (runs: readonly Run[], without: Run['change']) =>
  runs
    .filter((run) => run.change !== without)
    .map((run) => run.text)
    .join('');
const promise = fc.record({
  side: fc.constantFrom('ours' as const, 'theirs' as const),
  words: fc.constantFrom('обучим', 'приведём', 'ответим'),
  dueOn: fc.constantFrom(null, '2026-04-01'),
});
const body = (promises: Promised[]) => ({
  success: 'a',
  whoAnswers: 'b',
  ifItBreaks: 'c',
  howCounted: 'd',
  promises,
});

describe('the difference of two versions', () => {
  it('gives both texts back, so nothing is hidden from the reader (S0.16)', () => {
    fc.assert(
      fc.property(text, text, (before, after) => {
        const runs = compareWords(before, after);
        expect(side(runs, 'added')).toBe(before);
        expect(side(runs, 'removed')).toBe(after);
      }),
    );
  });

  it('of a text with itself has nothing added or removed', () => {
    fc.assert(fc.property(text, (same) => compareWords(same, same).every((run) => run.change === 'same')));
  });

  it('marks one changed word and leaves its neighbours', () => {
    expect(compareWords('платим 10 % до пятого числа', 'платим 12 % до пятого числа')).toEqual([
      { change: 'same', text: 'платим' },
      { change: 'removed', text: ' 10' },
      { change: 'added', text: ' 12' },
      { change: 'same', text: ' % до пятого числа' },
    ]);
  });

  it('counts every promise of both versions once', () => {
    fc.assert(
      fc.property(
        fc.array(promise, { maxLength: 8 }),
        fc.array(promise, { maxLength: 8 }),
        (before, after) => {
          const { promises } = compareBodies(1, body(before), 2, body(after));
          expect(promises.filter((one) => one.change !== 'removed').length).toBe(after.length);
          expect(promises.filter((one) => one.change !== 'added').length).toBe(before.length);
        },
      ),
    );
  });

  it('two different bodies have two hashes (S0.60)', () => {
    fc.assert(
      fc.property(
        fc.array(promise, { maxLength: 3 }),
        fc.array(promise, { maxLength: 3 }),
        text,
        (one, other, success) => {
          const a = body(one);
          const b = { ...body(other), success };
          expect(bodyHash('agr', 1, a) === bodyHash('agr', 1, b)).toBe(
            JSON.stringify(a) === JSON.stringify(b),
          );
          expect(bodyHash('agr', 1, a)).not.toBe(bodyHash('agr', 2, a));
        },
      ),
    );
  });
});
