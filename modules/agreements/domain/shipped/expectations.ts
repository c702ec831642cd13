import type { Language } from '@mosty/kernel/operation';
import type { Kind } from '../../contract/classes.ts';
import type { Expectations } from '../../contract/version.ts';
import { EXPECTATIONS_EN } from './expectations-en.ts';
import { EXPECTATIONS_RU } from './expectations-ru.ts';

/** One page of promises for a kind of partner, as a beginning: both sides change it before they accept (S0.40, S0.60). */
export interface Draft {
  readonly success: string;
  readonly whoAnswers: string;
  readonly ifItBreaks: string;
  readonly howCounted: string;
  readonly ours: readonly string[];
  readonly theirs: readonly string[];
}

export type DraftsByKind = Readonly<Record<Kind, Draft>>;

const DRAFTS: Readonly<Record<Language, DraftsByKind>> = { ru: EXPECTATIONS_RU, en: EXPECTATIONS_EN };

/** What a new version of such an agreement begins with; no promise has a day yet. */
export function shippedExpectations(kind: Kind, language: Language): Expectations {
  const { ours, theirs, ...points } = DRAFTS[language][kind];
  const promised = (side: 'ours' | 'theirs') => (words: string) => ({ side, words, dueOn: null });
  return { ...points, promises: [...ours.map(promised('ours')), ...theirs.map(promised('theirs'))] };
}
