import type { FileRecord } from './record.ts';

export interface Header {
  /** 0: the file has none. */
  readonly line: number;
  /** One name a column; the same name twice gets a number, an empty one its letter. */
  readonly columns: readonly string[];
}

const LOOKED_AT = 20;

/**
 * Exports of accounting programs begin with a title and a period. The header is the first of the leading lines
 * that is nearly as full as the fullest of them, and holds words rather than numbers.
 */
export function findHeader(records: readonly FileRecord[], toldLine?: number): Header {
  const leading = records.filter((record) => record.fault === null).slice(0, LOOKED_AT);
  if (toldLine === 0)
    return { line: 0, columns: letters(Math.max(0, ...leading.map((record) => record.cells.length))) };
  if (toldLine !== undefined) {
    const told = records.find((record) => record.line === toldLine);
    return { line: toldLine, columns: told ? names(told.cells) : [] };
  }
  const fullest = Math.max(0, ...leading.map((record) => filled(record.cells)));
  const found = leading.find(
    (record) => filled(record.cells) >= Math.max(1, fullest * 0.6) && wordy(record.cells),
  );
  return found ? { line: found.line, columns: names(found.cells) } : { line: 0, columns: letters(fullest) };
}

function filled(cells: readonly string[]): number {
  return cells.filter((cell) => cell.trim() !== '').length;
}

function wordy(cells: readonly string[]): boolean {
  const said = cells.filter((cell) => cell.trim() !== '');
  return said.filter((cell) => /\p{L}/u.test(cell) && !/^\d/.test(cell.trim())).length >= said.length * 0.6;
}

function names(cells: readonly string[]): string[] {
  const seen = new Map<string, number>();
  return trimEnd(cells).map((cell, index) => {
    const name = cell.trim().replace(/\s+/g, ' ') || letter(index);
    const times = (seen.get(name) ?? 0) + 1;
    seen.set(name, times);
    return times === 1 ? name : `${name} (${times})`;
  });
}

function trimEnd(cells: readonly string[]): readonly string[] {
  return cells.slice(0, cells.findLastIndex((cell) => cell.trim() !== '') + 1);
}

function letters(count: number): string[] {
  return Array.from({ length: count }, (_, index) => letter(index));
}

function letter(index: number): string {
  const before = index >= 26 ? letter(Math.floor(index / 26) - 1) : '';
  return before + String.fromCharCode(65 + (index % 26));
}

/** Files with the same columns, in whatever order, share a saved mapping. */
export function headerSignature(columns: readonly string[]): string {
  return columns
    .map((column) => column.toLowerCase())
    .sort()
    .join('\u001f');
}
