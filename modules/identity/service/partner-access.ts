import type { Tx } from '@mosty/kernel/context';
import type { Id } from '@mosty/kernel/id';
import { countAccessOf, endMembersOf, withdrawInvitationsOf } from '../store/partner-access.ts';
import { deleteSessions } from '../store/sign-ins.ts';

/** How many people of a partner may sign in now, or could by an invitation. */
export const accessOf = countAccessOf;

/**
 * Ends the access of all people of a partner at once, on every device. Whoever calls has asked whether they may. What
 * those people did stays signed by them.
 */
export async function endAccessOf(
  tx: Tx,
  partnerId: Id<'partner'>,
  reason: string,
): Promise<{ people: number; invitations: number }> {
  const members = await endMembersOf(tx, partnerId);
  for (const { id, userId } of members) {
    if (userId) await deleteSessions(tx, userId, null);
    tx.audit({ verb: 'identity.remove_member', subject: id, reason, change: { partnerId } });
    tx.emit({ type: 'member.left', memberId: id });
  }
  return { people: members.length, invitations: await withdrawInvitationsOf(tx, partnerId) };
}
