import * as z from 'zod';

/** What applying did, counted in things (sales, clients …), not rows of the file. */
export const applyResultSchema = z.object({
  created: z.int(),
  updated: z.int(),
  /** Were there already: another import was first. */
  known: z.int(),
  refused: z.int(),
  credits: z.int(),
  /** Refunds that match no sale yet and wait in their list. */
  waiting: z.int(),
  agreements: z.int(),
  /** Of an undo. */
  reversed: z.int(),
});
export type ApplyResult = z.output<typeof applyResultSchema>;

export const NOTHING_APPLIED: ApplyResult = {
  created: 0,
  updated: 0,
  known: 0,
  refused: 0,
  credits: 0,
  waiting: 0,
  agreements: 0,
  reversed: 0,
};

export function addResults(a: ApplyResult, b: Partial<ApplyResult>): ApplyResult {
  const sum: Record<keyof ApplyResult, number> = { ...a };
  for (const key of Object.keys(sum) as (keyof ApplyResult)[]) sum[key] += b[key] ?? 0;
  return sum;
}
