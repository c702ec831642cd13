import type { Context } from '@mosty/kernel/context';
import { transact } from '@mosty/kernel/db';
import type { Id } from '@mosty/kernel/id';
import { orRefuse, refuse } from '@mosty/kernel/refusal';
import type { Role } from '../contract/roles.ts';
import { keepsAnOwner, mayTouch, sameSide } from '../domain/role-changes.ts';
import { rights } from '../policy/identity.ts';
import { permit } from '../policy/permit.ts';
import { lockMember, lockOwners, saveMember, type Member } from '../store/members.ts';

/** Takes effect with the person's next request: rights are read from here each time. */
export function changeRole(
  ctx: Context,
  input: { memberId: Id<'member'>; role: Role; reason: string },
): Promise<Member> {
  return transact(ctx, async (tx) => {
    permit(tx, rights, 'member.change_role');
    const owners = await lockOwners(tx);
    const member = await lockMember(tx, input.memberId);
    if (!member || member.leftAt) return refuse('not_found', 'identity.no_member');
    if (member.role === input.role) return member;
    orRefuse(mayTouch(tx.actor, member.role));
    orRefuse(mayTouch(tx.actor, input.role));
    orRefuse(sameSide(member.role, input.role));
    orRefuse(keepsAnOwner(owners, member.role));
    const changed: Member = { ...member, role: input.role };
    await saveMember(tx, changed);
    tx.audit({
      verb: 'identity.change_role',
      subject: member.id,
      reason: input.reason,
      change: { from: member.role, to: changed.role },
    });
    return changed;
  });
}
