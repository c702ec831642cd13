import type { Context } from '@mosty/kernel/context';
import { transact } from '@mosty/kernel/db';
import { Refusal } from '@mosty/kernel/refusal';
import type { ImportFile } from '../store/files.ts';
import { rowsToApply, writeVerdicts, type RowVerdict } from '../store/rows.ts';
import { hold, type Work } from './hold.ts';
import { takeRows } from './take-rows.ts';

const BATCH = 5_000;

class CurtainFalls extends Error {}

/**
 * What becomes of a partner, a client or a cost is for its module to say: the same verbs are called as in earnest,
 * in a transaction that is rolled back. Sales are not rehearsed: a million of them would take minutes, and what can
 * happen to them is known by their keys. Returns the refusal of a rule that speaks of the file as a whole.
 */
export async function rehearse(ctx: Context, work: Work, file: ImportFile): Promise<Refusal | null> {
  if (file.kind === 'sales' || file.kind === 'refunds') return null;
  const verdicts: RowVerdict[] = [];
  const outcome = await transact(ctx, async (tx) => {
    verdicts.length = 0;
    let after: { at: Date; line: number } | null = null;
    for (;;) {
      const rows = await rowsToApply(tx, file.id, after, BATCH);
      const last = rows.at(-1);
      if (!last) break;
      after = { at: last.at, line: last.line };
      verdicts.push(...(await takeRows(tx, file, rows)).verdicts);
    }
    throw new CurtainFalls();
  }).catch((error: unknown) => {
    if (error instanceof Refusal) return error;
    if (!(error instanceof CurtainFalls)) throw error;
    return null;
  });
  if (outcome) return outcome;
  await hold(ctx, work, async (tx, held) => {
    // What was made in the rehearsal never was; what is refused there is a bad row of the file.
    const kept = verdicts
      .filter((verdict) => verdict.state !== 'new')
      .map((verdict) => ({
        ...verdict,
        made: null,
        state: verdict.state === 'refused' ? ('bad' as const) : verdict.state,
      }));
    for (let from = 0; from < kept.length; from += BATCH)
      await writeVerdicts(tx, held.id, kept.slice(from, from + BATCH));
    return held;
  });
  return null;
}
