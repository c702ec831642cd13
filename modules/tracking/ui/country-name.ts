import type { Language } from '@mosty/ui-kit';

const NAMES: Readonly<Record<Language, Intl.DisplayNames>> = {
  ru: new Intl.DisplayNames('ru', { type: 'region', fallback: 'code' }),
  en: new Intl.DisplayNames('en', { type: 'region', fallback: 'code' }),
};

/** «Казахстан», “Kazakhstan”; a code that is nobody's stays a code. */
export function countryName(code: string, language: Language): string {
  return /^[A-Z]{2}$/.test(code) ? (NAMES[language].of(code) ?? code) : code;
}
