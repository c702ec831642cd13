import type { Context } from '@mosty/kernel/context';
import { transact } from '@mosty/kernel/db';
import type { Id } from '@mosty/kernel/id';
import { orRefuse, refuse } from '@mosty/kernel/refusal';
import { mayTouch } from '../domain/role-changes.ts';
import { rights } from '../policy/identity.ts';
import { permit } from '../policy/permit.ts';
import { lockInvitation, saveInvitation, type Invitation } from '../store/invitations.ts';

export function withdrawInvitation(
  ctx: Context,
  input: { invitationId: Id<'invitation'> },
): Promise<Invitation> {
  return transact(ctx, async (tx) => {
    permit(tx, rights, 'member.invite');
    const invitation = await lockInvitation(tx, input.invitationId);
    if (!invitation) return refuse('not_found', 'identity.no_invitation');
    orRefuse(mayTouch(tx.actor, invitation.role));
    if (invitation.acceptedAt) return refuse('conflict', 'identity.invitation_used');
    if (invitation.withdrawnAt) return invitation;
    const withdrawn = { ...invitation, withdrawnAt: tx.now() };
    await saveInvitation(tx, withdrawn);
    tx.audit({ verb: 'identity.withdraw_invitation', subject: invitation.id });
    return withdrawn;
  });
}
