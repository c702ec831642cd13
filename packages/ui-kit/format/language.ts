export type Language = 'ru' | 'en';

export const LANGUAGES: readonly Language[] = ['ru', 'en'];

/** The locale behind the language: figures and dates follow it. English is the European kind: 24 h, day first. */
export const LOCALE: Record<Language, string> = { ru: 'ru-RU', en: 'en-GB' };

const MINUS = '\u2212';
export const NBSP = '\u00a0';

/** A true minus, and spaces that do not break: U+202F of some ICU versions becomes U+00A0 so that widths are even. */
export function typeset(text: string): string {
  return text.replaceAll('-', MINUS).replaceAll('\u202f', NBSP);
}
