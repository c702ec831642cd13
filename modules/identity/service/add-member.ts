import type { Context } from '@mosty/kernel/context';
import { transact } from '@mosty/kernel/db';
import type { Id } from '@mosty/kernel/id';
import { refuse } from '@mosty/kernel/refusal';
import { isPartnerRole, type Role } from '../contract/roles.ts';
import { permit } from '../policy/permit.ts';
import { rights } from '../policy/identity.ts';
import { findMemberByEmail, insertMember, type Member } from '../store/members.ts';

export interface AddMember {
  readonly id?: Id<'member'>;
  readonly name: string;
  readonly email: string;
  readonly role: Role;
  /** The partner they belong to: for partner roles, and only for them. */
  readonly partnerId?: Id<'partner'> | null;
  readonly moneyGranted?: boolean;
  /** Their sign-in, when they already have one. */
  readonly userId?: string | null;
}

/** Makes somebody a member at once. People are normally invited; this is what accepting an invitation does. */
export function addMember(ctx: Context, input: AddMember): Promise<Member> {
  return transact(ctx, async (tx) => {
    permit(tx, rights, 'member.invite');
    const partnerId = input.partnerId ?? null;
    if (isPartnerRole(input.role) !== (partnerId !== null))
      refuse('invalid', 'identity.partner_role_needs_partner', { role: input.role });
    const email = input.email.trim().toLowerCase();
    if (await findMemberByEmail(tx, email)) refuse('conflict', 'identity.member_exists', { email });
    const member: Member = {
      id: input.id ?? tx.id('member'),
      userId: input.userId ?? null,
      name: input.name,
      email,
      role: input.role,
      partnerId,
      moneyGranted: input.moneyGranted ?? false,
      createdAt: tx.now(),
      leftAt: null,
    };
    await insertMember(tx, member);
    tx.audit({ verb: 'identity.add_member', subject: member.id, change: { role: member.role, partnerId } });
    return member;
  });
}
