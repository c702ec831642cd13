import type { Tx } from '@mosty/kernel/context';
import type { Id } from '@mosty/kernel/id';
import type { Role } from '../contract/roles.ts';
import type { Rights } from '../policy/rights.ts';
import { listMembers } from '../store/members.ts';

/** People who work here now and have a role that allows the action, by name. */
export async function whoMay<Action extends string>(
  tx: Tx,
  rights: Rights<Action>,
  action: Action,
): Promise<{ readonly id: Id<'member'>; readonly name: string; readonly role: Role }[]> {
  const members = await listMembers(tx, false);
  return members
    .filter((member) => rights[action].roles.includes(member.role))
    .map(({ id, name, role }) => ({ id, name, role }));
}
