import { permit } from '@mosty/identity';
import type { Context } from '@mosty/kernel/context';
import { transact } from '@mosty/kernel/db';
import type { Id } from '@mosty/kernel/id';
import { refuse } from '@mosty/kernel/refusal';
import { rights } from '../policy.ts';
import { deleteTrial, findTrial, insertTrial, type TrialRecord } from '../store/trials.ts';
import { checkWindow, currencyOf } from './compare-on-history.ts';

export type SaveTrial = Omit<TrialRecord, 'id' | 'savedAt' | 'savedBy'>;

/** Keeps the question of a comparison. @throws incentives.trial_window, incentives.trial_currencies */
export function saveTrial(ctx: Context, input: SaveTrial): Promise<{ id: Id<'trial'> }> {
  return transact(ctx, async (tx) => {
    permit(tx, rights, 'scheme.keep_trial');
    checkWindow(input);
    currencyOf(tx, input);
    const id = tx.id('trial');
    await insertTrial(tx, { ...input, id, savedAt: tx.now(), savedBy: tx.actor.id });
    tx.audit({ verb: 'incentives.save_trial', subject: id, change: { name: input.name } });
    return { id };
  });
}

/** @throws incentives.no_trial */
export function dropTrial(ctx: Context, { trialId }: { trialId: Id<'trial'> }): Promise<{ id: Id<'trial'> }> {
  return transact(ctx, async (tx) => {
    permit(tx, rights, 'scheme.keep_trial');
    const trial = (await findTrial(tx, trialId)) ?? refuse('not_found', 'incentives.no_trial');
    await deleteTrial(tx, trial.id);
    tx.audit({ verb: 'incentives.drop_trial', subject: trial.id, change: { name: trial.name } });
    return { id: trial.id };
  });
}
