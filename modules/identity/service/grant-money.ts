import type { Context } from '@mosty/kernel/context';
import { transact } from '@mosty/kernel/db';
import type { Id } from '@mosty/kernel/id';
import { refuse } from '@mosty/kernel/refusal';
import { rights } from '../policy/identity.ts';
import { permit } from '../policy/permit.ts';
import { lockMember, saveMember, type Member } from '../store/members.ts';

/** A partner's employee sees no money unless it was granted. Others see it by their role, so it means nothing to them. */
export function grantMoney(
  ctx: Context,
  input: { memberId: Id<'member'>; granted: boolean },
): Promise<Member> {
  return transact(ctx, async (tx) => {
    permit(tx, rights, 'member.grant_money');
    const member = await lockMember(tx, input.memberId);
    if (!member || member.leftAt) return refuse('not_found', 'identity.no_member');
    if (member.role !== 'partner_staff')
      return refuse('invalid', 'identity.money_by_role', { role: member.role });
    if (member.moneyGranted === input.granted) return member;
    const changed: Member = { ...member, moneyGranted: input.granted };
    await saveMember(tx, changed);
    tx.audit({ verb: 'identity.grant_money', subject: member.id, change: { granted: input.granted } });
    return changed;
  });
}
