import { forgetPeople } from '@mosty/directory';
import type { Round } from '@mosty/identity';
import type { Context } from '@mosty/kernel/context';
import { look, transact } from '@mosty/kernel/db';
import { businessDateOf } from '@mosty/kernel/time';
import { exitsToErase, lockExitToErase, saveErased } from '../store/erasures.ts';
import { erasureReason } from './parting-reason.ts';

/**
 * Erases the people of partners whose day has come: set at the parting, not before it, and not of a partner that came
 * back. One transaction a partner; safe to repeat.
 */
export async function erasePeople(ctx: Context): Promise<{ partners: number }> {
  const due = await look(ctx, (tx) => exitsToErase(tx, businessDateOf(tx.now(), tx.zone)));
  let partners = 0;
  for (const one of due) {
    const isErased = await transact(ctx, async (tx) => {
      if (!(await lockExitToErase(tx, one))) return false;
      const { faces, people } = await forgetPeople(tx, one.partnerId, await erasureReason(tx));
      await saveErased(tx, one, faces + people);
      tx.audit({ verb: 'exits.erase_people', subject: one.partnerId, change: { faces, people } });
      return true;
    });
    if (isErased) partners += 1;
  }
  return { partners };
}

export const erasePeopleDaily: Round = { name: 'exits.erase_people', run: erasePeople };
