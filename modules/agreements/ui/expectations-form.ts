import { readAmount } from '@mosty/ui-kit';
import { POINTS, type Exclusivity, type Expectations, type Side } from '../contract.ts';

export interface PromiseDraft {
  /** Stable while the form is open, so that React keeps the row. */
  key: number;
  side: Side;
  words: string;
  dueOn: string;
}

export interface ExclusivityDraft {
  bound: Side;
  subject: string;
  inReturn: string;
  price: string;
  currency: string;
  from: string;
  until: string;
  condition: string;
}

export interface ExpectationsDraft {
  success: string;
  whoAnswers: string;
  ifItBreaks: string;
  howCounted: string;
  promises: PromiseDraft[];
  /** null: none, as usual. */
  exclusivity: ExclusivityDraft | null;
}

export const NO_EXPECTATIONS: ExpectationsDraft = {
  success: '',
  whoAnswers: '',
  ifItBreaks: '',
  howCounted: '',
  promises: [],
  exclusivity: null,
};

let keys = 0;
export function nextKey(): number {
  keys += 1;
  return keys;
}

export function draftOf(
  body: Pick<
    Expectations,
    'success' | 'whoAnswers' | 'ifItBreaks' | 'howCounted' | 'promises' | 'exclusivity'
  >,
): ExpectationsDraft {
  const { success, whoAnswers, ifItBreaks, howCounted, promises } = body;
  return {
    success,
    whoAnswers,
    ifItBreaks,
    howCounted,
    promises: promises.map(({ side, words, dueOn }) => ({ key: nextKey(), side, words, dueOn: dueOn ?? '' })),
    exclusivity: body.exclusivity ? exclusivityDraftOf(body.exclusivity) : null,
  };
}

function exclusivityDraftOf({ price, condition, ...one }: Exclusivity): ExclusivityDraft {
  return {
    ...one,
    price: price ? String(price.amountMinor / 100) : '',
    currency: price?.currency ?? '',
    condition: condition ?? '',
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
    ...(draft.exclusivity ? { exclusivity: exclusivityOf(draft.exclusivity) } : {}),
  };
}

function exclusivityOf(draft: ExclusivityDraft): Exclusivity {
  const { bound, currency, from, until } = draft;
  const amountMinor = readAmount(draft.price, currency);
  return {
    bound,
    subject: draft.subject.trim(),
    inReturn: draft.inReturn.trim(),
    price: amountMinor ? { amountMinor, currency } : null,
    from,
    until,
    condition: draft.condition.trim() || null,
  };
}

/** What is wanting of an exclusivity: what in, for what, and a span that ends (S1.67). */
export function wrongInExclusivity({ exclusivity: one }: ExpectationsDraft): (keyof ExclusivityDraft)[] {
  if (!one) return [];
  const wrong: (keyof ExclusivityDraft)[] = [];
  if (!one.subject.trim()) wrong.push('subject');
  if (!one.inReturn.trim()) wrong.push('inReturn');
  if (!one.from) wrong.push('from');
  if (!one.until || one.until <= one.from) wrong.push('until');
  if (one.price.trim() && !((readAmount(one.price, one.currency) ?? 0) > 0)) wrong.push('price');
  return wrong;
}

/** Which of the four points are still empty: all of them are needed (S0.40). */
export function emptyPoints(draft: ExpectationsDraft) {
  return POINTS.filter((point) => draft[point].trim() === '');
}
