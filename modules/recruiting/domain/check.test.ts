import fc from 'fast-check';
import { expect, it } from 'vitest';
import { EVIDENCE_KINDS, SUBJECTS, type Subject } from '../contract/check.ts';
import { ANSWERS, type CheckAnswer } from '../contract/profile.ts';
import { counts, judge, marginOf, mayAnswerAgain, questionsOf, type Said, type Shown } from './check.ts';
import { scoreProfile } from './profile-score.ts';
import { SHIPPED_PROFILE } from './shipped/profile.ts';

const at = (minute: number) => new Date(Date.UTC(2026, 0, 1, 0, minute));
const subjects = fc.constantFrom(...SUBJECTS);
const shownOnes = fc.array(
  fc.record<Shown>({
    subject: subjects,
    kind: fc.constantFrom(...EVIDENCE_KINDS),
    addedAt: fc.integer({ min: 0, max: 100 }).map(at),
    verdict: fc.constantFrom(null, 'verified', 'refuted'),
  }),
  { maxLength: 6 },
);
const saidOf = (subject: Subject) =>
  fc
    .array(fc.option(fc.constantFrom<CheckAnswer>(...ANSWERS)), {
      minLength: questionsOf(subject).length,
      maxLength: questionsOf(subject).length,
    })
    .map(
      (answers) =>
        new Map(
          questionsOf(subject).flatMap((question, place): [string, Said][] => {
            const answer = answers[place];
            return answer ? [[question, { answer, at: at(50) }]] : [];
          }),
        ),
    );

it('S0.38, S0.48: a subject is passed only when every question is «yes» and something counts; any «no» stops', () => {
  fc.assert(
    fc.property(
      subjects.chain((subject) => fc.tuple(fc.constant(subject), saidOf(subject), shownOnes)),
      ([subject, said, shown]) => {
        const { state, lacks } = judge(subject, said, shown);
        const own = shown.filter((one) => one.subject === subject);
        const answers = questionsOf(subject).map((question) => said.get(question)?.answer);
        if (answers.includes('no')) expect(state).toBe('stopped');
        else {
          const passes =
            answers.every((one) => one === 'yes') &&
            own.some(counts) &&
            (subject !== 'reputation' || own.some((one) => one.verdict === 'verified'));
          expect(state).toBe(passes ? 'passed' : 'open');
        }
        expect(lacks.length === 0).toBe(state === 'passed');
      },
    ),
  );
});

it('S0.28: a screenshot is worth nothing until another person verified it, what was refuted never is', () => {
  expect(counts({ kind: 'screenshot', verdict: null })).toBe(false);
  expect(counts({ kind: 'screenshot', verdict: 'verified' })).toBe(true);
  for (const kind of EVIDENCE_KINDS) expect(counts({ kind, verdict: 'refuted' })).toBe(false);
  expect(counts({ kind: 'case', verdict: null })).toBe(true);
});

it('S0.48: after a «no» the answer changes only with evidence that came later and counts', () => {
  const no: Said = { answer: 'no', at: at(10) };
  const shown = (minute: number, kind: Shown['kind'] = 'case'): Shown => ({
    subject: 'role',
    kind,
    addedAt: at(minute),
    verdict: null,
  });
  expect(mayAnswerAgain('role', no, 'yes', [shown(9)])).toBe(false);
  expect(mayAnswerAgain('role', no, 'yes', [shown(11, 'screenshot')])).toBe(false);
  expect(mayAnswerAgain('values', no, 'yes', [shown(11)])).toBe(false);
  expect(mayAnswerAgain('role', no, 'yes', [shown(11)])).toBe(true);
  expect(mayAnswerAgain('role', no, 'no', [])).toBe(true);
  expect(mayAnswerAgain('role', undefined, 'yes', [])).toBe(true);
});

it('S0.44: the margin is what is left of the revenue', () => {
  expect(marginOf({ revenueMinor: 100, commissionMinor: 30, costsMinor: 71 })).toBe(-1n);
  expect(marginOf({ revenueMinor: 100, commissionMinor: 30, costsMinor: 70 })).toBe(0n);
});

it('S1.13: the lines add up to the score, and a must that is not met leaves nothing', () => {
  const traits = fc.uniqueArray(
    fc.record({
      code: fc.stringMatching(/^[a-z]{3,6}$/),
      says: fc.constant('x'),
      weight: fc.integer({ min: 1, max: 10 }),
      isMust: fc.boolean(),
      answer: fc.constantFrom<CheckAnswer>(...ANSWERS),
    }),
    { minLength: 1, maxLength: 20, selector: ({ code }) => code },
  );
  fc.assert(
    fc.property(traits, fc.integer({ min: 1, max: 100 }), (list, threshold) => {
      const answers = new Map(list.map(({ code, answer }) => [code, answer]));
      const scored = scoreProfile({ threshold, traits: list }, answers);
      expect(scored.lines.reduce((sum, one) => sum + one.earned, 0)).toBe(scored.earned);
      expect(scored.score).toBeGreaterThanOrEqual(0);
      expect(scored.score).toBeLessThanOrEqual(100);
      if (list.some((one) => one.isMust && (one.answer === 'no' || one.answer === 'unknown')))
        expect(scored.score).toBe(0);
      else expect(scored.score).toBe(Math.floor((100 * scored.earned) / scored.possible));
    }),
  );
  expect(scoreProfile(SHIPPED_PROFILE, new Map()).score).toBe(0);
});
