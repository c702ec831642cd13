import { systemActor, type Context, type Tx, type WorkspaceId } from '@mosty/kernel/context';
import { look, transact, type Database } from '@mosty/kernel/db';
import { orRefuse, refuse } from '@mosty/kernel/refusal';
import { acceptablePassword } from '../domain/password.ts';
import { hashSecret } from '../domain/secret.ts';
import { findInvitation, lockInvitation, saveInvitation, type Invitation } from '../store/invitations.ts';
import { findInvitationByHash } from '../store/looks-across.ts';
import { namesOfMembers } from '../store/members.ts';
import { findUserByEmail } from '../store/sign-ins.ts';
import { findWorkspace, type Workspace } from '../store/workspaces.ts';
import { addMember } from './add-member.ts';
import { systemContext, type World } from './context.ts';
import { createSignIn } from './create-sign-in.ts';

export interface OpenedInvitation {
  readonly invitation: Invitation;
  readonly workspace: Workspace;
  readonly invitedBy: string | null;
  readonly hasSignIn: boolean;
}

/** Looks at an invitation without using it. */
export async function openInvitation(
  database: Database,
  token: string,
  world: World = {},
): Promise<OpenedInvitation> {
  const { ctx, id } = await contextOfInvitation(database, token, world);
  return look(ctx, async (tx) => {
    const invitation = usable(tx, await findInvitation(tx, id));
    const workspace = await findWorkspace(tx);
    if (!workspace) return refuse('not_found', 'identity.no_workspace');
    const names = await namesOfMembers(tx, [invitation.invitedBy]);
    const user = await findUserByEmail(tx, invitation.email);
    return {
      invitation,
      workspace,
      invitedBy: names.get(invitation.invitedBy) ?? null,
      hasSignIn: user !== undefined,
    };
  });
}

interface AcceptInvitation {
  readonly token: string;
  readonly name: string;
  /** For somebody new here. */
  readonly password?: string | undefined;
  /** Who is signed in, for somebody who already has a sign-in: the letter alone does not prove it is the same person. */
  readonly userId: string | null;
}

/** Uses the link: the person becomes a member. The second who tries finds it used. */
export async function acceptInvitation(
  database: Database,
  input: AcceptInvitation,
  world: World = {},
): Promise<{ email: string; workspaceId: WorkspaceId }> {
  const { ctx, id } = await contextOfInvitation(database, input.token, world);
  return transact(ctx, async (tx) => {
    const invitation = usable(tx, await lockInvitation(tx, id));
    const userId = await signInOf(tx, invitation, input);
    const { email, role, partnerId, moneyGranted } = invitation;
    const member = await addMember(tx, { name: input.name, email, role, partnerId, moneyGranted, userId });
    const accepted = { ...invitation, acceptedAt: tx.now(), memberId: member.id };
    await saveInvitation(tx, accepted);
    tx.audit({ verb: 'identity.accept_invitation', subject: invitation.id, change: { memberId: member.id } });
    return { email, workspaceId: tx.workspaceId };
  });
}

async function signInOf(tx: Tx, invitation: Invitation, input: AcceptInvitation): Promise<string> {
  const user = await findUserByEmail(tx, invitation.email);
  if (user) {
    if (user.id !== input.userId) refuse('not_permitted', 'identity.sign_in_first', { email: user.email });
    return user.id;
  }
  if (input.password === undefined) return refuse('invalid', 'identity.password_needed');
  const person = { name: input.name, email: invitation.email };
  orRefuse(acceptablePassword(input.password, person));
  return createSignIn(tx, { ...person, password: input.password });
}

async function contextOfInvitation(
  database: Database,
  token: string,
  world: World,
): Promise<{ ctx: Context; id: Invitation['id'] }> {
  const found = await findInvitationByHash(database, hashSecret(token));
  if (!found) return refuse('not_found', 'identity.no_invitation');
  const ctx = await systemContext(database, found.workspaceId, 'identity.invitation', world);
  return { ctx: { ...ctx, actor: systemActor(`identity.invitation:${found.id}`) }, id: found.id };
}

function usable(tx: Tx, invitation: Invitation | undefined): Invitation {
  if (!invitation || invitation.withdrawnAt) return refuse('not_found', 'identity.no_invitation');
  if (invitation.acceptedAt) return refuse('conflict', 'identity.invitation_used');
  if (invitation.expiresAt <= tx.now()) return refuse('not_now', 'identity.invitation_expired');
  return invitation;
}
