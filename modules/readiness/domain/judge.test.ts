import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { FACTS, PILLARS, PROCESSES, type Question } from '../contract.ts';
import { capacityOf, isOver, judgePillars, scaleSteps, warn, whatIsWrong, type Facts } from './judge.ts';

const GOOD = {
  names_heard: { count: 3, of: null },
  gates_used: { count: 2, of: null },
  portrait_used: { count: 1, of: null },
  launches_go: { count: 1, of: null },
  materials_fresh: { count: 8, of: 8 },
  scenarios_whole: { count: 2, of: 2 },
  sales_told: { count: 40, of: null },
  plan_set: { count: 1, of: null },
  goods_known: { count: 95, of: 100 },
  steps_written: { count: 5, of: null },
  promises_kept: { count: 0, of: null },
  partners_answered: { count: 0, of: null },
  partners_asked: { count: 9, of: null },
  flags_answered: { count: 0, of: null },
} as const satisfies Facts;

const named = new Map<Question, string>([
  ['profit_owner', 'mem_1'],
  ['department', 'sales'],
  ...PROCESSES.map((process) => [`owner_${process}`, 'mem_1'] as [Question, string]),
  ['own_nps', '41'],
  ['own_answer_hours', '6'],
  ['own_solved_percent', '92'],
]);

describe('the four pillars (S0.10)', () => {
  it('stand by facts, each of its own', () => {
    expect(judgePillars(GOOD).map(({ pillar, met, items }) => [pillar, met === items.length])).toEqual(
      PILLARS.map((pillar) => [pillar, true]),
    );
    for (const pillar of PILLARS)
      for (const fact of FACTS[pillar]) {
        const bad = { ...GOOD, [fact]: { count: GOOD[fact].count === 0 ? 1 : 0, of: 10 } };
        expect(
          judgePillars(bad).flatMap(({ items }) => items.filter(({ met }) => !met).map(({ code }) => code)),
        ).toEqual([fact]);
      }
  });
});

describe('what is said aloud (S0.69, S3.7, S3.9, S3.26)', () => {
  it('nothing, when everything is owned and our own service holds', () => {
    expect(warn(named, { overloaded: 0, ownerless: 0 })).toEqual([]);
    // S2.32: an alliance nobody owns is said aloud.
    expect(warn(named, { overloaded: 0, ownerless: 2 })).toEqual([{ code: 'ownerless_alliance', count: 2 }]);
  });

  it('a programme in marketing, a profit nobody owns, a process that is nobody’s (S0.6, S3.35), poor service', () => {
    const poor = new Map(named)
      .set('department', 'marketing')
      .set('own_nps', '-12')
      .set('own_answer_hours', '70');
    poor.delete('profit_owner');
    poor.delete('owner_exit');
    expect(warn(poor, { overloaded: 2, ownerless: 0 }).map(({ code }) => code)).toEqual([
      'no_profit_owner',
      'in_marketing',
      'nobodys_process',
      'poor_nps',
      'slow_answers',
      'overloaded',
    ]);
  });

  it('takes no answer that is none', () => {
    expect(whatIsWrong('own_nps', '140')).toBe('number');
    expect(whatIsWrong('own_solved_percent', '88')).toBeNull();
    expect(whatIsWrong('department', 'garage')).toBe('department');
  });
});

describe('how many one can lead (S2.17)', () => {
  it('one more partner never makes a keeper less loaded', () => {
    const few = fc.integer({ min: 0, max: 200 });
    fc.assert(
      fc.property(few, few, (highTouch, scaled) => {
        const capacity = capacityOf(new Map());
        if (isOver({ highTouch, scaled }, capacity)) {
          expect(isOver({ highTouch: highTouch + 1, scaled }, capacity)).toBe(true);
          expect(isOver({ highTouch, scaled: scaled + 1 }, capacity)).toBe(true);
        }
      }),
    );
    expect(isOver({ highTouch: 12, scaled: 0 }, capacityOf(new Map()))).toBe(false);
    expect(isOver({ highTouch: 12, scaled: 1 }, capacityOf(new Map()))).toBe(true);
    expect(capacityOf(new Map([['capacity_scaled', '150']]))).toEqual({ highTouch: 12, scaled: 150 });
  });
});

describe('the next step of scale (S2.18)', () => {
  it('asks what the steps before it ask, and more', () => {
    const steps = scaleSteps({ ...GOOD, sales_told: { count: 0, of: null } }, new Map(), 40);
    expect(steps.map(({ isHere }) => isHere)).toEqual([false, true, false]);
    for (const [place, step] of steps.entries())
      expect(step.missing).toEqual(
        expect.arrayContaining([...(steps[place - 1]?.missing ?? ['sales_told'])]),
      );
    expect(scaleSteps(GOOD, named, 40).map(({ missing }) => missing)).toEqual([[], [], []]);
  });
});
