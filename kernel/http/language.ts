import type { Language } from '../operation/index.ts';

type Headers = Readonly<Record<string, string | string[] | undefined>>;

/** The language that was asked for, or whichever of ours the reader's program names first; English where it names none. */
export function languageOf(headers: Headers, asked?: Language): Language {
  if (asked) return asked;
  const named = String(headers['accept-language'] ?? '').toLowerCase();
  const ru = named.search(/\b(?:ru|be|uk|kk)\b/);
  const en = named.search(/\ben\b/);
  return ru >= 0 && (en < 0 || ru < en) ? 'ru' : 'en';
}
