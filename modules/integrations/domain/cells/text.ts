import { startsFormula } from '@mosty/kernel/table-file';

/**
 * A cell as it went out. Exports put an apostrophe before what a spreadsheet would run as a formula (OWASP CSV
 * injection); on the way back it is taken off, so `=cmd` returns as `=cmd`.
 */
export function cellText(cell: string | undefined): string {
  if (cell === undefined) return '';
  const text = cell.trim();
  if (text.charCodeAt(0) !== 39 || text.length < 2) return text;
  return startsFormula(text.slice(1)) ? text.slice(1) : text;
}

/** NUL cannot be stored; U+FFFD stands where bytes could not be read. */
export function isReadable(text: string): boolean {
  return !text.includes('\0') && !text.includes('\uFFFD');
}
