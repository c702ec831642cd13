import { POINTS, type Expectations, type Side } from '../contract.ts';

export interface PromiseDraft {
  /** Stable while the form is open, so that React keeps the row. */
  key: number;
  side: Side;
  words: string;
  dueOn: string;
}

export interface ExpectationsDraft {
  success: string;
  whoAnswers: string;
  ifItBreaks: string;
  howCounted: string;
  promises: PromiseDraft[];
}

export const NO_EXPECTATIONS: ExpectationsDraft = {
  success: '',
  whoAnswers: '',
  ifItBreaks: '',
  howCounted: '',
  promises: [],
};

let keys = 0;
export function nextKey(): number {
  keys += 1;
  return keys;
}

export function draftOf(
  body: Pick<Expectations, 'success' | 'whoAnswers' | 'ifItBreaks' | 'howCounted' | 'promises'>,
): ExpectationsDraft {
  const { success, whoAnswers, ifItBreaks, howCounted, promises } = body;
  return {
    success,
    whoAnswers,
    ifItBreaks,
    howCounted,
    promises: promises.map(({ side, words, dueOn }) => ({ key: nextKey(), side, words, dueOn: dueOn ?? '' })),
  };
}

/** Promises without words are drafts nobody meant. */
export function bodyOf(draft: ExpectationsDraft): Expectations {
  return {
    success: draft.success.trim(),
    whoAnswers: draft.whoAnswers.trim(),
    ifItBreaks: draft.ifItBreaks.trim(),
    howCounted: draft.howCounted.trim(),
    promises: draft.promises
      .filter((promise) => promise.words.trim() !== '')
      .map(({ side, words, dueOn }) => ({ side, words: words.trim(), dueOn: dueOn || null })),
  };
}

/** Which of the four points are still empty: all of them are needed (S0.40). */
export function emptyPoints(draft: ExpectationsDraft) {
  return POINTS.filter((point) => draft[point].trim() === '');
}
