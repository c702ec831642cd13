import { businessDate } from '@mosty/kernel/time';
import { describe, expect, it } from 'vitest';
import { POINTS } from '../contract.ts';
import { assemble, readyOf, type QuarterFacts } from './document.ts';
import { endOf, lastQuarter, quarterOf } from './quarter.ts';

const NOTHING: QuarterFacts = {
  outcomes: {},
  promises: [],
  money: [],
  deals: { open: 0, stuck: 0, won: 0, lost: 0 },
  worked: { planDone: 0, planMissed: 0, published: 0, opened: 0 },
  broke: { incidents: 0, closed: 0, flags: 0 },
  trust: { trust: null, evidence: 2, pulse: null, before: null },
  roles: { seats: 0, empty: 0 },
  feedback: { asked: 0, late: 0 },
  thresholds: 0,
};

describe('a quarter (S0.54)', () => {
  it('is looked at when it is over, within three weeks', () => {
    expect(lastQuarter(businessDate('2026-01-01'))).toEqual({
      from: '2025-10-01',
      to: '2026-01-01',
      dueOn: '2026-01-22',
    });
    expect(lastQuarter(businessDate('2026-03-31')).from).toBe('2025-10-01');
    expect(quarterOf(businessDate('2026-12-31'))).toBe('2026-10');
    expect(endOf(businessDate('2025-10-01'))).toBe('2026-01-01');
  });
});

describe('the document', () => {
  it('has all its points in their order, whether people are better off first (S0.75)', () => {
    expect(assemble(NOTHING).points.map(({ point }) => point)).toEqual([...POINTS]);
    expect(POINTS[0]).toBe('outcomes');
    // Only what is always known: deals, and that there is little to judge trust by.
    expect(readyOf(assemble(NOTHING))).toBe(2);
  });

  it('tells money class by class and adds nothing up (S2.3)', () => {
    const row = { currency: 'RUB', commissionMinor: 10, costsMinor: 0, sales: 1 };
    const { points } = assemble({
      ...NOTHING,
      money: [
        { ...row, class: 'partner_sales', paidMinor: 100 },
        { ...row, class: 'alliance', paidMinor: 70 },
      ],
    });
    expect(
      points.find(({ point }) => point === 'money')?.facts.map(({ code, params }) => [code, params['minor']]),
    ).toEqual([
      ['paid_partner_sales', 100],
      ['commission', 10],
      ['paid_alliance', 70],
      ['commission', 10],
    ]);
  });

  it('with little evidence says so instead of a number (S0.57)', () => {
    const trustOf = (of: QuarterFacts) =>
      assemble(of).points.find(({ point }) => point === 'trust')?.facts[0];
    expect(trustOf(NOTHING)).toEqual({ code: 'trust_few', params: { count: 2 } });
    expect(trustOf({ ...NOTHING, trust: { trust: 71, evidence: 12, pulse: 60, before: 64 } })).toEqual({
      code: 'trust',
      params: { value: 71, before: 64 },
    });
  });
});
