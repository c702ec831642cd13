import { minorDigits } from '../money/index.ts';
import { escapeFormula } from './formula.ts';

/** An amount of money in a cell: written as a number with the currency's digits. */
export interface AmountCell {
  readonly minor: bigint;
  readonly currency: string;
}
export type Cell = string | number | bigint | AmountCell | null;

/** The cell of a row's amount that stands in the row's own currency. */
export function amountOf<Row extends { readonly currency: string }>(
  minor: (row: Row) => bigint,
): (row: Row) => AmountCell {
  return (row) => ({ minor: minor(row), currency: row.currency });
}

/** `1234.50`: exact, with a point whatever the reader's language, so that programs read it back. */
export function plainAmount({ minor, currency }: AmountCell): string {
  const digits = minorDigits(currency);
  const size = (minor < 0n ? -minor : minor).toString().padStart(digits + 1, '0');
  const whole = digits === 0 ? size : `${size.slice(0, -digits)}.${size.slice(-digits)}`;
  return minor < 0n ? `-${whole}` : whole;
}

/** Texts cannot become formulas. */
export function csvCell(cell: Cell): string {
  if (cell === null) return '';
  if (typeof cell === 'object') return plainAmount(cell);
  return typeof cell === 'string' ? escapeFormula(cell) : cell.toString();
}

/** A spreadsheet keeps fifteen digits; a longer figure goes as a text rather than as another figure. */
const DIGITS_MAX = 15;

export function xlsxCell(cell: Cell): string | number | null {
  if (cell === null || typeof cell === 'string' || typeof cell === 'number') return cell;
  const text = typeof cell === 'bigint' ? cell.toString() : plainAmount(cell);
  return text.replace(/\D/g, '').length > DIGITS_MAX ? text : Number(text);
}
