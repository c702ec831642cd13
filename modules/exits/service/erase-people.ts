import { forgetPeople, lockPartner } from '@mosty/directory';
import type { Round } from '@mosty/identity';
import type { Context } from '@mosty/kernel/context';
import { look, transact } from '@mosty/kernel/db';
import { businessDateOf } from '@mosty/kernel/time';
import { exitsToErase, lockExitToErase, saveErased, type ToErase } from '../store/erasures.ts';
import { erasureReason } from './parting-reason.ts';

/**
 * Erases the people of partners whose day has come: set at the parting, not before it, and not of a partner that came
 * back. One transaction a partner; safe to repeat. Whoever cannot be erased does not keep the others waiting.
 * @throws AggregateError after all of them, with what happened to each that is left
 */
export async function erasePeople(ctx: Context): Promise<{ partners: number }> {
  const due = await look(ctx, (tx) => exitsToErase(tx, businessDateOf(tx.now(), tx.zone)));
  const faults: Error[] = [];
  let partners = 0;
  for (const one of due)
    try {
      if (await eraseOne(ctx, one)) partners += 1;
    } catch (cause) {
      faults.push(new Error(`people of ${one.partnerId} are not erased: ${String(cause)}`, { cause }));
    }
  if (faults.length > 0) throw new AggregateError(faults, faults.map(({ message }) => message).join('; '));
  return { partners };
}

function eraseOne(ctx: Context, one: ToErase): Promise<boolean> {
  return transact(ctx, async (tx) => {
    await lockPartner(tx, one.partnerId);
    if (!(await lockExitToErase(tx, one, businessDateOf(tx.now(), tx.zone)))) return false;
    const { faces, people } = await forgetPeople(tx, one.partnerId, await erasureReason(tx));
    await saveErased(tx, one, faces + people);
    tx.audit({ verb: 'exits.erase_people', subject: one.partnerId, change: { faces, people } });
    return true;
  });
}

export const erasePeopleDaily: Round = { name: 'exits.erase_people', run: erasePeople };
