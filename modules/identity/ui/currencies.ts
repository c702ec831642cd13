import type { Language } from '@mosty/ui-kit';

const CODES = [
  'RUB',
  'BYN',
  'KZT',
  'UZS',
  'KGS',
  'AMD',
  'GEL',
  'AZN',
  'TRY',
  'AED',
  'CNY',
  'USD',
  'EUR',
  'GBP',
] as const;

/** «Российский рубль, RUB». */
export function currencies(
  language: Language,
): readonly { readonly value: string; readonly label: string }[] {
  const names = new Intl.DisplayNames(language, { type: 'currency' });
  return CODES.map((code) => ({ value: code, label: `${capital(names.of(code) ?? code)}, ${code}` }));
}

function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
