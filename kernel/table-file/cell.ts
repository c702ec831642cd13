import { minorDigits } from '../money/index.ts';
import type { Language } from '../operation/index.ts';
import { escapeFormula } from './formula.ts';

/** An amount of money in a cell: written as a number with the currency's digits. */
export interface AmountCell {
  readonly minor: bigint;
  readonly currency: string;
}
/** A word in every language a reader may have. */
export type Said = Readonly<Record<Language, string>>;
/** A day or a month of the calendar: a spreadsheet gets a date that it can sort by. */
export interface DayCell {
  readonly day: string;
}
export interface MonthCell {
  readonly month: string;
}
export type Cell = string | number | bigint | AmountCell | DayCell | MonthCell | Said | null;

/** The cell of a row's amount that stands in the row's own currency. */
export function amountOf<Row extends { readonly currency: string }>(
  minor: (row: Row) => bigint,
): (row: Row) => AmountCell {
  return (row) => ({ minor: minor(row), currency: row.currency });
}

export function dayCell(day: string | null): DayCell | null {
  return day ? { day } : null;
}

/** What the screens call a code. One that has no words stands as it is. */
export function said(code: string | null, words: Readonly<Record<Language, object>>): Said | null {
  if (code === null) return null;
  const word = (language: Language) => {
    const text: unknown = Object.entries(words[language]).find(([key]) => key === code)?.[1];
    return typeof text === 'string' ? text : code;
  };
  return { ru: word('ru'), en: word('en') };
}

/** Words for several codes in one cell. */
export function saidList(parts: readonly (Said | null)[], between: string): Said {
  const all = (language: Language) => parts.flatMap((part) => part?.[language] ?? []).join(between);
  return { ru: all('ru'), en: all('en') };
}

/** `1234.50`: exact, so that programs read it back; in Russian with the comma that a Russian table program expects. */
export function plainAmount({ minor, currency }: AmountCell, language: Language = 'en'): string {
  const digits = minorDigits(currency);
  const size = (minor < 0n ? -minor : minor).toString().padStart(digits + 1, '0');
  const mark = language === 'ru' ? ',' : '.';
  const whole = digits === 0 ? size : `${size.slice(0, -digits)}${mark}${size.slice(-digits)}`;
  return minor < 0n ? `-${whole}` : whole;
}

/** Texts cannot become formulas. */
export function csvCell(cell: Cell, language: Language): string {
  if (cell === null) return '';
  if (typeof cell === 'number' && language === 'ru') return String(cell).replace('.', ',');
  if (typeof cell === 'string') return escapeFormula(cell);
  if (typeof cell !== 'object') return cell.toString();
  if ('minor' in cell) return plainAmount(cell, language);
  if ('day' in cell) return language === 'ru' ? cell.day.split('-').toReversed().join('.') : cell.day;
  return escapeFormula('month' in cell ? monthName(cell.month, language) : cell[language]);
}

/** A spreadsheet keeps fifteen digits; a longer figure goes as a text rather than as another figure. */
const DIGITS_MAX = 15;

export function xlsxCell(cell: Cell, language: Language): string | number | Date | null {
  if (cell === null || typeof cell === 'string' || typeof cell === 'number') return cell;
  if (typeof cell === 'object') {
    if ('day' in cell) return new Date(`${cell.day}T00:00:00Z`);
    if ('month' in cell) return monthName(cell.month, language);
    if (!('minor' in cell)) return cell[language];
  }
  const text = typeof cell === 'bigint' ? cell.toString() : plainAmount(cell);
  return text.replace(/\D/g, '').length > DIGITS_MAX ? text : Number(text);
}

const MONTHS: Readonly<Record<Language, Intl.DateTimeFormat>> = {
  ru: new Intl.DateTimeFormat('ru-RU', { month: 'long', year: 'numeric', timeZone: 'UTC' }),
  en: new Intl.DateTimeFormat('en-GB', { month: 'long', year: 'numeric', timeZone: 'UTC' }),
};

/** «октябрь 2026 г.», “October 2026”. */
export function monthName(month: string, language: Language): string {
  return MONTHS[language].format(new Date(`${month}-01T00:00:00Z`));
}
