import type { Context, Tx } from '@mosty/kernel/context';
import { beyondPartner, transact } from '@mosty/kernel/db';
import { askingCounter } from '@mosty/kernel/http';
import type { Id } from '@mosty/kernel/id';
import { orRefuse, refuse } from '@mosty/kernel/refusal';
import { isPartnerRole, type Role } from '../contract/roles.ts';
import { invitationLetter } from '../domain/letters.ts';
import { links } from '../domain/links.ts';
import { mayTouch } from '../domain/role-changes.ts';
import { hashSecret } from '../domain/secret.ts';
import { rights } from '../policy/identity.ts';
import { permit } from '../policy/permit.ts';
import {
  insertInvitation,
  isInvitedElsewhere,
  withdrawOpenInvitations,
  type Invitation,
} from '../store/invitations.ts';
import { findMember, findMemberByEmail } from '../store/members.ts';
import { findWorkspace, type Workspace } from '../store/workspaces.ts';
import { queueMessage } from './queue-message.ts';
import { newSecret } from './new-secret.ts';

export const INVITATION_DAYS = 7;
const DAY_MS = 86_400_000;
/** Of one partner a day: its own people, not a way to ask which addresses are known here. */
const isTooOften = askingCounter(20, DAY_MS);

export interface InviteMember {
  readonly email: string;
  readonly name: string;
  readonly role: Role;
  readonly partnerId?: Id<'partner'> | undefined;
  readonly moneyGranted?: boolean;
}

/**
 * Writes a letter with a one-time link. An invitation to the same address that still waits is withdrawn.
 * @throws identity.member_exists, identity.partner_role_needs_partner, identity.no_partner, identity.demo_only_looks,
 * identity.employees_only, identity.invited_too_often
 */
export function inviteMember(ctx: Context, input: InviteMember): Promise<Invitation> {
  return transact(ctx, async (tx) => {
    permit(tx, rights, 'member.invite');
    orRefuse(mayTouch(tx.actor, input.role));
    const workspace = await findWorkspace(tx);
    if (!workspace) return refuse('not_found', 'identity.no_workspace');
    // Anybody may play an owner of the demo: it must not become a way to send letters to strangers.
    if (workspace.isDemo) return refuse('not_now', 'identity.demo_only_looks');
    const own = tx.actor.type === 'person' ? tx.actor.partnerId : null;
    const partnerId = input.partnerId ?? own;
    if (own !== null) ofOwnPartner(tx, own, partnerId);
    if (isPartnerRole(input.role) !== (partnerId !== null)) {
      refuse('invalid', 'identity.partner_role_needs_partner', { role: input.role });
    }
    // Addresses and letters are of the whole company: neither is among a partner's own rows.
    return beyondPartner(tx, () => invite(tx, { ...input, partnerId }, workspace));
  });
}

/** A partner invites to itself. @throws identity.no_partner, identity.invited_too_often */
function ofOwnPartner(tx: Tx, own: Id<'partner'>, partnerId: Id<'partner'> | null): void {
  if (partnerId !== own) refuse('not_found', 'identity.no_partner', { partnerId });
  if (isTooOften(`${tx.workspaceId} ${own}`, tx.now().getTime()))
    refuse('limit', 'identity.invited_too_often');
}

async function invite(
  tx: Tx,
  input: Omit<InviteMember, 'partnerId'> & { readonly partnerId: Id<'partner'> | null },
  workspace: Workspace,
): Promise<Invitation> {
  const { partnerId } = input;
  const isPartners = tx.actor.type === 'person' && tx.actor.partnerId !== null;
  if (
    (await findMemberByEmail(tx, input.email)) ||
    // Inviting again withdraws what waits; a partner does not withdraw what is not its own.
    (isPartners && (await isInvitedElsewhere(tx, input.email, partnerId)))
  )
    refuse('conflict', 'identity.member_exists', { email: input.email });
  const withdrawn = await withdrawOpenInvitations(tx, input.email);
  const token = newSecret();
  const invitation: Invitation = {
    id: tx.id('invitation'),
    email: input.email.trim().toLowerCase(),
    name: input.name,
    role: input.role,
    partnerId,
    moneyGranted: input.moneyGranted ?? false,
    tokenHash: hashSecret(token),
    invitedBy: tx.actor.id,
    createdAt: tx.now(),
    expiresAt: new Date(tx.now().getTime() + INVITATION_DAYS * DAY_MS),
    acceptedAt: null,
    withdrawnAt: null,
    memberId: null,
  };
  if (!(await insertInvitation(tx, invitation))) refuse('not_found', 'identity.no_partner', { partnerId });
  await queueMessage(tx, {
    kind: 'invitation',
    to: invitation.email,
    letter: invitationLetter(workspace.language, {
      name: invitation.name,
      workspace: workspace.name,
      invitedBy: await nameOfActor(tx),
      link: links.invitation(token),
      days: INVITATION_DAYS,
    }),
    secretUntil: invitation.expiresAt,
    forOwnerOnly: invitation.role === 'owner',
  });
  for (const id of withdrawn) tx.audit({ verb: 'identity.withdraw_invitation', subject: id });
  tx.audit({
    verb: 'identity.invite_member',
    subject: invitation.id,
    change: { role: invitation.role, partnerId },
  });
  if (partnerId !== null) tx.emit({ type: 'invitation.sent', invitationId: invitation.id, partnerId });
  return invitation;
}

async function nameOfActor(tx: Tx): Promise<string | null> {
  if (tx.actor.type !== 'person') return null;
  return (await findMember(tx, tx.actor.id))?.name ?? null;
}
