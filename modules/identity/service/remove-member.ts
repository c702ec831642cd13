import type { Context } from '@mosty/kernel/context';
import { transact } from '@mosty/kernel/db';
import type { Id } from '@mosty/kernel/id';
import { orRefuse, refuse } from '@mosty/kernel/refusal';
import { keepsAnOwner, mayTouch } from '../domain/role-changes.ts';
import { rights } from '../policy/identity.ts';
import { permit } from '../policy/permit.ts';
import { lockMember, lockOwners, saveMember, type Member } from '../store/members.ts';
import { deleteSessions } from '../store/sign-ins.ts';

/** Ends a person's access at once, on every device. What they did stays signed by them. */
export function removeMember(
  ctx: Context,
  input: { memberId: Id<'member'>; reason: string },
): Promise<Member> {
  return transact(ctx, async (tx) => {
    permit(tx, rights, 'member.remove');
    const owners = await lockOwners(tx);
    const member = await lockMember(tx, input.memberId);
    if (!member) return refuse('not_found', 'identity.no_member');
    if (member.leftAt) return member;
    orRefuse(mayTouch(tx.actor, member.role));
    orRefuse(keepsAnOwner(owners, member.role));
    const left: Member = { ...member, leftAt: tx.now() };
    await saveMember(tx, left);
    // Their other companies, if any, ask them to sign in again; that is cheaper than a forgotten device.
    if (member.userId) await deleteSessions(tx, member.userId, null);
    tx.audit({
      verb: 'identity.remove_member',
      subject: member.id,
      reason: input.reason,
      change: { role: member.role },
    });
    tx.emit({ type: 'member.left', memberId: member.id });
    return left;
  });
}
