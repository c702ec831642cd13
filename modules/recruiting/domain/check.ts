import {
  QUESTIONS_OF,
  type Criterion,
  type EvidenceKind,
  type Subject,
  type SubjectState,
  type Win,
} from '../contract/check.ts';
import type { CheckAnswer } from '../contract/profile.ts';

export interface Shown {
  readonly subject: Subject;
  readonly kind: EvidenceKind;
  readonly addedAt: Date;
  readonly verdict: 'verified' | 'refuted' | null;
}

export interface Said {
  readonly answer: CheckAnswer;
  readonly at: Date;
}

export interface SubjectVerdict {
  readonly state: SubjectState;
  /** What is not there yet; words `lack.<code>`. */
  readonly lacks: readonly string[];
  /** Since when a «no» stands. */
  readonly stoppedAt: Date | null;
}

/** A screenshot is worth nothing until another person verified it, and what was refuted is worth nothing at all (S0.28). */
export function counts({ kind, verdict }: Pick<Shown, 'kind' | 'verdict'>): boolean {
  if (verdict === 'refuted') return false;
  return kind !== 'screenshot' || verdict === 'verified';
}

/** The questions a subject is decided by; roles, economics and wins have one each. */
export function questionsOf(subject: Subject): readonly string[] {
  return subject === 'values' || subject === 'reputation' ? QUESTIONS_OF[subject] : [subject];
}

/**
 * How one criterion or one win stands. Unanswered is not passed (S0.38), one «no» stops (S0.48), and a word alone passes
 * nothing: each has something that can be looked at; a reputation something that another person verified (S0.42).
 */
export function judge(
  subject: Criterion | Win,
  latest: ReadonlyMap<string, Said>,
  shown: readonly Shown[],
): SubjectVerdict {
  const said = questionsOf(subject).map((question) => latest.get(question));
  const noes = said.filter((one) => one?.answer === 'no').map((one) => one?.at ?? new Date(0));
  if (noes.length > 0)
    return {
      state: 'stopped',
      lacks: ['new_evidence'],
      stoppedAt: new Date(Math.max(...noes.map((at) => at.getTime()))),
    };
  const own = shown.filter((one) => one.subject === subject);
  const lacks: string[] = [];
  if (said.some((one) => one?.answer !== 'yes')) lacks.push('answers');
  if (!own.some(counts)) lacks.push(own.length > 0 ? 'counting_evidence' : 'evidence');
  if (subject === 'reputation' && !own.some(({ verdict }) => verdict === 'verified')) lacks.push('verified');
  return { state: lacks.length === 0 ? 'passed' : 'open', lacks, stoppedAt: null };
}

/** Whether the answer may become «yes» again: only when something counts that was shown after the «no» (S0.48). */
export function mayAnswerAgain(
  subject: Subject,
  before: Said | undefined,
  answer: CheckAnswer,
  shown: readonly Shown[],
): boolean {
  if (before?.answer !== 'no' || answer === 'no') return true;
  return shown.some((one) => one.subject === subject && counts(one) && one.addedAt > before.at);
}

/** What the pilot leaves at the agreed volume (S0.44). */
export function marginOf(of: { revenueMinor: number; commissionMinor: number; costsMinor: number }): bigint {
  return BigInt(of.revenueMinor) - BigInt(of.commissionMinor) - BigInt(of.costsMinor);
}
