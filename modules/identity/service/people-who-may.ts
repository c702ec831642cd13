import type { Tx } from '@mosty/kernel/context';
import type { Rights } from '../policy/rights.ts';
import { listMembers } from '../store/members.ts';

/** How many people who work here now have a role that allows the action: one person cannot be two. */
export async function peopleWhoMay<Action extends string>(
  tx: Tx,
  rights: Rights<Action>,
  action: Action,
): Promise<number> {
  const members = await listMembers(tx, false);
  return members.filter((member) => rights[action].roles.includes(member.role)).length;
}
