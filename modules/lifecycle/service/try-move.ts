import type { Tx } from '@mosty/kernel/context';
import { beyondPartner } from '@mosty/kernel/db';
import type { Id } from '@mosty/kernel/id';
import type { Stage } from '../contract/stages.ts';
import { stepBetween } from '../domain/steps.ts';
import { standingOf } from '../store/standing.ts';
import { lookAtGate, missingOf } from './gate.ts';
import { pass } from './pass.ts';

/**
 * Makes a step that goes by itself when nothing is missing; otherwise nothing happens. Whoever made the last thing true
 * signs it, also a partner's person: what the gate looks at may be more than they may read.
 */
export async function tryMove(tx: Tx, partnerId: Id<'partner'>, to: Stage): Promise<boolean> {
  return beyondPartner(tx, async () => {
    const here = (await standingOf(tx, [partnerId])).get(partnerId);
    const step = here && stepBetween(here.path, here.stage, to);
    if (!here || step?.auto !== true) return false;
    const looked = await lookAtGate(tx, step, { partnerId, path: here.path, details: {} });
    if (missingOf(looked).length > 0) return false;
    await pass(tx, here, step, looked, {});
    return true;
  });
}
