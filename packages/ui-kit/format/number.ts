import { LOCALE, typeset, type Language } from './language.ts';

export function formatCount(value: number, language: Language, digits = 0): string {
  return typeset(new Intl.NumberFormat(LOCALE[language], { maximumFractionDigits: digits }).format(value));
}

/** From parts per million: 235 000 is «23,5 %». */
export function formatPercent(ppm: number, language: Language, { digits = 1, signed = false } = {}): string {
  const format = new Intl.NumberFormat(LOCALE[language], {
    style: 'percent',
    maximumFractionDigits: digits,
    signDisplay: signed ? 'exceptZero' : 'negative',
  });
  return typeset(format.format(ppm / 1_000_000));
}
