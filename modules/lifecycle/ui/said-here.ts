/** What whoever opens the gate says in its form: asked by a field, not listed as missing. */
export const SAID_HERE: ReadonlySet<string> = new Set([
  'reason_given',
  'letter_sent',
  'return_date',
  'four_answers',
  'fix_verified',
]);
