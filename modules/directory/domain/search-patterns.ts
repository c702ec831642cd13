import { exactKey, foldWords } from './fold.ts';

/** LIKE patterns over `search_text`: all of `words`, or `exact`. */
export interface SearchPatterns {
  readonly words: readonly string[];
  readonly exact: string;
}

/** Null when nothing searchable was typed. */
export function searchPatterns(typed: string | undefined): SearchPatterns | null {
  const text = typed?.trim() ?? '';
  if (text === '') return null;
  const words = foldWords(text).map((word) => `%${word}%`);
  const exact = `%${exactKey(text).replace(/[\\%_]/g, '\\$&')}%`;
  // Signs alone fold to no words, and no words would find everything.
  return { words: words.length > 0 ? words : [exact], exact };
}
