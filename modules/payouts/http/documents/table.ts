import { minorDigits, type Currency } from '@mosty/kernel/money';

/** Columns hold one kind each, so that every file format writes numbers as numbers and words as words. */
export type ColumnKind = 'text' | 'money' | 'count' | 'rate';
export type CellValue = string | bigint | number | null;

export interface Column {
  readonly header: string;
  readonly kind: ColumnKind;
  /** In characters of a spreadsheet. */
  readonly width: number;
}

/** A document before it takes a format: a heading, facts about the whole, and rows. */
export interface Table {
  readonly title: string;
  readonly language: 'ru' | 'en';
  readonly currency: Currency;
  readonly facts: readonly (readonly [label: string, value: string])[];
  readonly columns: readonly Column[];
  readonly rows: readonly (readonly CellValue[])[];
}

/** «1234.50»: an exact decimal text of minor units, with the language's decimal mark. */
export function moneyText(minor: bigint, currency: Currency, mark: '.' | ','): string {
  return decimalText(minor, minorDigits(currency), mark);
}

/** A rate in percent with as many places as it needs: 125 000 ppm is «12,5». */
export function percentText(ppm: bigint, mark: '.' | ','): string {
  return decimalText(ppm, 4, mark).replace(/[.,]?0+$/, '');
}

function decimalText(value: bigint, places: number, mark: '.' | ','): string {
  const digits = (value < 0n ? -value : value).toString().padStart(places + 1, '0');
  const sign = value < 0n ? '-' : '';
  return places === 0 ? sign + digits : `${sign}${digits.slice(0, -places)}${mark}${digits.slice(-places)}`;
}

/** What a person reads in a cell. */
export function cellText(
  value: CellValue,
  kind: ColumnKind,
  table: Pick<Table, 'currency' | 'language'>,
): string {
  const mark = table.language === 'ru' ? ',' : '.';
  if (value === null) return '';
  if (kind === 'money' && typeof value === 'bigint') return moneyText(value, table.currency, mark);
  if (kind === 'rate' && typeof value === 'bigint') return percentText(value, mark);
  return String(value);
}
