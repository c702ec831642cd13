import { namesOfTeam, permit } from '@mosty/identity';
import type { Context } from '@mosty/kernel/context';
import { transact } from '@mosty/kernel/db';
import type { Id } from '@mosty/kernel/id';
import { refuse } from '@mosty/kernel/refusal';
import { rights } from '../policy.ts';
import { saveCapacity } from '../store/cards.ts';

/** How many minutes a week a person has for partners. @throws agenda.not_of_team */
export function setCapacity(
  ctx: Context,
  { memberId, minutes }: { memberId: Id<'member'>; minutes: number },
): Promise<{ memberId: Id<'member'>; minutes: number }> {
  return transact(ctx, async (tx) => {
    permit(tx, rights, 'agenda.team');
    if (!(await namesOfTeam(tx, [memberId])).has(memberId))
      refuse('not_found', 'agenda.not_of_team', { memberId });
    await saveCapacity(tx, memberId, minutes);
    tx.audit({ verb: 'agenda.set_capacity', subject: memberId, change: { minutes } });
    tx.emit({ type: 'agenda.capacity_set', memberId, minutes });
    return { memberId, minutes };
  });
}
