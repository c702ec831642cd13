import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { ClassAnswers } from '../contract/classes.ts';
import { decideClass } from './decide-class.ts';

const anyAnswers: fc.Arbitrary<ClassAnswers> = fc.record({
  experience: fc.constantFrom('none', 'access_only', 'paid', 'paid_with_result'),
  readyToTell: fc.boolean(),
  bringsClients: fc.boolean(),
  jointGoals: fc.uniqueArray(
    fc.constantFrom('product_or_event', 'technology_or_audience', 'brand', 'new_market'),
  ),
  answerable: fc.constantFrom('nobody', 'people_named', 'people_and_terms'),
});
const holds = (law: (answers: ClassAnswers) => void) =>
  fc.assert(fc.property(anyAnswers, law), { numRuns: 1_000 });

describe('the class wizard', () => {
  it('always answers, and always says why with the rule it stands on (S2.40)', () => {
    holds((answers) => {
      const { reasons, missing } = decideClass(answers);
      expect(reasons.length).toBeGreaterThan(0);
      for (const { requirement } of [...reasons, ...missing]) expect(requirement).toMatch(/^S[0-3]\.\d+$/);
    });
  });

  it('nobody is a referral partner without money paid, a result and consent (S2.7, S2.9, S2.10)', () => {
    holds((answers) => {
      const { outcome, also } = decideClass(answers);
      if (answers.experience === 'paid_with_result' && answers.readyToTell) return;
      expect([outcome, ...also]).not.toContain('referral');
    });
  });

  it('free access is not client experience (S2.16)', () => {
    holds((answers) => {
      const access = decideClass({ ...answers, experience: 'access_only' });
      const none = decideClass({ ...answers, experience: 'none' });
      expect(access.outcome).toBe(none.outcome);
      expect(access.needsHead).toBe(false);
    });
  });

  it('logos side by side are no partner sales: without clients brought the class is never partner_sales (S2.20, S2.24)', () => {
    holds((answers) => {
      const { outcome, also } = decideClass({ ...answers, bringsClients: false });
      expect([outcome, ...also]).not.toContain('partner_sales');
    });
  });

  it('a coffee is no alliance: without a joint goal the class is never alliance (S2.21, S2.40)', () => {
    holds((answers) => {
      const { outcome, also } = decideClass({ ...answers, jointGoals: [] });
      expect([outcome, ...also]).not.toContain('alliance');
    });
  });

  it('without people and terms on both sides everybody is a contact (S2.19)', () => {
    holds((answers) => {
      if (answers.answerable === 'people_and_terms') return;
      const { outcome, missing } = decideClass(answers);
      expect(outcome).toBe('contact');
      expect(missing.length).toBeGreaterThan(0);
    });
  });

  it('a client who sells from outside needs the head’s word, a stranger never does (S2.14)', () => {
    holds((answers) => {
      const decision = decideClass(answers);
      if (decision.outcome === 'contact') return;
      const wasClient = answers.experience === 'paid' || answers.experience === 'paid_with_result';
      expect(decision.needsHead).toBe(wasClient && answers.bringsClients);
    });
  });

  it('two things are two agreements and never one class named twice (S1.34)', () => {
    holds((answers) => {
      const { outcome, also } = decideClass(answers);
      expect(new Set([outcome, ...also]).size).toBe(also.length + 1);
    });
  });

  it.each([
    [
      'a graduate who sends colleagues',
      { experience: 'paid_with_result', readyToTell: true, bringsClients: false, jointGoals: [] },
      'referral',
    ],
    [
      'a broker with our audience',
      { experience: 'none', readyToTell: false, bringsClients: true, jointGoals: [] },
      'partner_sales',
    ],
    [
      'a brand we build an academy with',
      { experience: 'none', readyToTell: false, bringsClients: false, jointGoals: ['brand'] },
      'alliance',
    ],
    [
      'a blogger who mentioned us once',
      { experience: 'access_only', readyToTell: true, bringsClients: false, jointGoals: [] },
      'contact',
    ],
  ] as const)('%s (S2.8, S2.15, S2.23, S2.2)', (_who, answers, outcome) => {
    expect(
      decideClass({ ...answers, jointGoals: [...answers.jointGoals], answerable: 'people_and_terms' })
        .outcome,
    ).toBe(outcome);
  });
});
