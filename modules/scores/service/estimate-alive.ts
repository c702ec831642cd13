import type { Round } from '@mosty/identity';
import type { Context } from '@mosty/kernel/context';
import { transact } from '@mosty/kernel/db';
import { addDays, businessDateOf } from '@mosty/kernel/time';
import { aliveChance, expectedOf, fit } from '../domain/alive/bg-nbd.ts';
import { HORIZON_WEEKS, PARTNERS_ENOUGH, REPEATS_ENOUGH, seenOf } from '../domain/alive/history.ts';
import { isEstimatedOn, modelNow, saveAlive, saveModel, soldDays } from '../store/alive.ts';
import { lockScores } from '../store/standings.ts';

const REFIT_DAYS = 7;

/**
 * Once a day, beside the facts: how likely each partner with enough history deals with us still. The model is fitted on
 * this company's own partners, anew each week; with too few of them nothing is estimated.
 */
export function estimateAlive(ctx: Context): Promise<{ estimated: number }> {
  return transact(ctx, async (tx) => {
    await lockScores(tx);
    const today = businessDateOf(tx.now(), tx.zone);
    if (await isEstimatedOn(tx, today)) return { estimated: 0 };
    const known = (await soldDays(tx))
      .filter((one) => one.firstOn < today)
      .map((one) => ({ partnerId: one.partnerId, seen: seenOf(one, today) }));
    const enough = known.length >= PARTNERS_ENOUGH;
    let model = await modelNow(tx);
    if (enough && (!model || model.fittedOn <= addDays(today, -REFIT_DAYS))) {
      model = { ...fit(known.map(({ seen }) => seen)), fittedOn: today };
      await saveModel(tx, today, model);
    }
    const of = enough ? model : null;
    const all = known.flatMap(({ partnerId, seen }) =>
      of === null || seen.repeats < REPEATS_ENOUGH
        ? []
        : [
            {
              partnerId,
              repeats: seen.repeats,
              lastWeek: seen.last,
              weeks: seen.age,
              alivePpm: Math.round(aliveChance(of, seen) * 1_000_000),
              expected: Math.max(0, expectedOf(of, seen, HORIZON_WEEKS)),
            },
          ],
    );
    await saveAlive(tx, today, all);
    return { estimated: all.length };
  });
}

export const estimateAliveDaily: Round = { name: 'scores.estimate_alive', run: estimateAlive };
