import type { Context } from '@mosty/kernel/context';
import { refreshStatistics } from '@mosty/kernel/db';
import { Refusal } from '@mosty/kernel/refusal';
import { addResults, NOTHING_APPLIED } from '../contract/result.ts';
import { rowsToApply, verdictOf, writeVerdicts } from '../store/rows.ts';
import { hold, takeUp, type Work } from './hold.ts';
import { takeRows } from './take-rows.ts';

/**
 * Things in one transaction. Larger ones save little (the costs are per row by then) and hold the locks of
 * balances and audit longer than people at the screen would forgive.
 */
const BATCH = 2_000;

/**
 * Writes the good rows, a batch in a transaction together with how far it got: cut off at any moment, it goes on
 * behind the last committed batch. A row that its module refuses is set aside with the reason, the others go on.
 * @throws LetGo
 */
export async function runApply(ctx: Context, work: Work): Promise<void> {
  await takeUp(ctx, work);
  let limit = BATCH;
  for (;;) {
    try {
      const file = await hold(ctx, work, async (tx, held) => {
        const after =
          held.appliedAt && held.appliedLine !== null ? { at: held.appliedAt, line: held.appliedLine } : null;
        const rows = await rowsToApply(tx, held.id, after, limit);
        const last = rows.at(-1);
        if (!last) {
          tx.audit({ verb: 'integrations.finish_apply', subject: held.id, change: { ...held.result } });
          return {
            ...held,
            state: 'applied',
            finishedAt: tx.now(),
            progress: held.progressOf,
            runToken: null,
          };
        }
        const { result, verdicts } = await takeRows(tx, held, rows);
        await writeVerdicts(tx, held.id, verdicts);
        return {
          ...held,
          result: addResults(held.result ?? NOTHING_APPLIED, result),
          appliedAt: last.at,
          appliedLine: last.line,
          progress: held.progress + BigInt(rows.length),
        };
      });
      if (file.state === 'applied') return;
      limit = Math.min(BATCH, limit * 10);
      await refreshStatistics(ctx.database);
    } catch (error) {
      if (!(error instanceof Refusal)) throw error;
      // Somewhere in the batch is a row that breaks a rule: looked for in smaller and smaller ones.
      if (limit > 1) limit = Math.ceil(limit / 10);
      else await setAside(ctx, work, error);
    }
  }
}

async function setAside(ctx: Context, work: Work, refusal: Refusal): Promise<void> {
  await hold(ctx, work, async (tx, held) => {
    const after =
      held.appliedAt && held.appliedLine !== null ? { at: held.appliedAt, line: held.appliedLine } : null;
    const row = (await rowsToApply(tx, held.id, after, 1))[0];
    if (!row) return held;
    await writeVerdicts(tx, held.id, [verdictOf(row, 'refused', { error: refusal })]);
    return {
      ...held,
      result: addResults(held.result ?? NOTHING_APPLIED, { refused: 1 }),
      appliedAt: row.at,
      appliedLine: row.line,
      progress: held.progress + 1n,
    };
  });
}
