import type { Tx } from '@mosty/kernel/context';
import { Refusal } from '@mosty/kernel/refusal';
import type { MemberShown } from '../contract/members.ts';
import { keepsAnOwner, mayTouch } from '../domain/role-changes.ts';
import { rights } from '../policy/identity.ts';
import { may } from '../policy/permit.ts';
import { mayOpen } from '../service/open-message.ts';
import type { ApiKey } from '../store/api-keys.ts';
import type { Invitation } from '../store/invitations.ts';
import type { Member } from '../store/members.ts';
import type { Message } from '../store/messages.ts';
import type { Workspace } from '../store/workspaces.ts';

/** True, or the code of the first refusal: the reader is told why before trying. */
export type Can = true | { because: string };

export function first(...verdicts: readonly (true | Refusal | string)[]): Can {
  for (const verdict of verdicts) {
    if (verdict instanceof Refusal) return { because: verdict.code };
    if (typeof verdict === 'string') return { because: verdict };
  }
  return true;
}

export function iso(at: Date): string;
export function iso(at: Date | null): string | null;
export function iso(at: Date | null): string | null {
  return at === null ? null : at.toISOString();
}

export function presentWorkspace(workspace: Workspace) {
  return { ...workspace, createdAt: iso(workspace.createdAt) };
}

export function presentMember(tx: Tx, member: Member, owners: number): MemberShown {
  const here = member.leftAt === null ? true : 'identity.no_member';
  const touch = mayTouch(tx.actor, member.role);
  const owner = keepsAnOwner(owners, member.role);
  return {
    id: member.id,
    name: member.name,
    email: member.email,
    role: member.role,
    partnerId: member.partnerId,
    moneyGranted: member.moneyGranted,
    hasSignIn: member.userId !== null,
    createdAt: iso(member.createdAt),
    leftAt: iso(member.leftAt),
    can: {
      changeRole: first(
        may(tx, rights, 'member.change_role') || 'identity.not_permitted',
        here,
        touch,
        owner,
      ),
      grantMoney: first(
        may(tx, rights, 'member.grant_money') || 'identity.not_permitted',
        here,
        member.role === 'partner_staff' || 'identity.money_by_role',
      ),
      remove: first(may(tx, rights, 'member.remove') || 'identity.not_permitted', here, touch, owner),
    },
  };
}

export function presentInvitation(tx: Tx, invitation: Invitation) {
  const state = invitation.acceptedAt
    ? ('accepted' as const)
    : invitation.withdrawnAt
      ? ('withdrawn' as const)
      : invitation.expiresAt <= tx.now()
        ? ('expired' as const)
        : ('open' as const);
  return {
    id: invitation.id,
    email: invitation.email,
    name: invitation.name,
    role: invitation.role,
    partnerId: invitation.partnerId,
    createdAt: iso(invitation.createdAt),
    expiresAt: iso(invitation.expiresAt),
    state,
  };
}

export function presentApiKey(key: ApiKey, names: ReadonlyMap<string, string>) {
  return {
    id: key.id,
    name: key.name,
    kind: key.kind,
    scopes: key.scopes,
    origins: key.origins,
    publicText: key.publicText,
    tail: key.tail,
    createdBy: names.get(key.createdBy) ?? null,
    createdAt: iso(key.createdAt),
    lastUsedAt: iso(key.lastUsedAt),
    revokedAt: iso(key.revokedAt),
  };
}

export function presentMessage(tx: Tx, message: Message) {
  return {
    id: message.id,
    kind: message.kind,
    toEmail: message.toEmail,
    subject: message.subject,
    state: message.state,
    isSecret: message.isSecret,
    attempts: message.attempts,
    lastError: message.lastError,
    createdAt: iso(message.createdAt),
    sentAt: iso(message.sentAt),
    can: {
      open: first(may(tx, rights, 'message.read') || 'identity.not_permitted', mayOpen(tx, message)),
      retry: first(
        may(tx, rights, 'message.retry') || 'identity.not_permitted',
        message.state === 'sent' ? 'identity.message_sent' : true,
        message.body === null ? 'identity.message_erased' : true,
      ),
    },
  };
}
