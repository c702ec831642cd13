/**
 * A spreadsheet runs a text that begins so (OWASP CSV injection). The full-width signs are those of East Asian
 * keyboards, which some spreadsheets read as the plain ones.
 */
const FORMULA_START = /^[=+\-@\t\r＝＋－＠]/;

export function startsFormula(text: string): boolean {
  return FORMULA_START.test(text);
}

/** An apostrophe keeps it a text. */
export function escapeFormula(text: string): string {
  return startsFormula(text) ? `'${text}` : text;
}
