import type { Tx } from '@mosty/kernel/context';
import { transact } from '@mosty/kernel/db';
import type { Letter } from '../../domain/letters.ts';
import { findMember, type Member } from '../../store/members.ts';
import { findWorkspace, type Workspace } from '../../store/workspaces.ts';
import { membershipsOf } from '../../store/looks-across.ts';
import { contextOfMember, systemContext } from '../context.ts';
import { queueMessage } from '../queue-message.ts';
import type { SignInSettings } from './settings.ts';

/** Writes an act of sign-in into the journal of every company the person works in, signed by them. */
export async function journalAct(
  settings: SignInSettings,
  userId: string,
  verb: string,
  change: Record<string, unknown> = {},
): Promise<void> {
  for (const { workspaceId, id } of await membershipsOf(settings.database, userId)) {
    const ctx = await contextOfMember(settings.database, workspaceId, id, settings.world);
    await transact(ctx, async (tx) => tx.audit({ verb, subject: id, change }));
  }
}

interface Sending {
  readonly kind: string;
  readonly minutes?: number;
  readonly letter: (language: Workspace['language'], at: string) => Letter;
}

/**
 * Writes to a person from the company they joined first. Nobody works anywhere by this sign-in: no letter, and
 * the asker is not told the difference.
 */
export async function writeToUser(settings: SignInSettings, userId: string, sending: Sending): Promise<void> {
  const [first] = await membershipsOf(settings.database, userId);
  if (!first) return;
  const ctx = await systemContext(settings.database, first.workspaceId, 'identity.sign-in', settings.world);
  await transact(ctx, async (tx) => {
    const { workspace, member } = await load(tx, first.id);
    const at = new Intl.DateTimeFormat(workspace.language, {
      dateStyle: 'long',
      timeStyle: 'short',
      timeZone: tx.zone,
    }).format(tx.now());
    await queueMessage(tx, {
      kind: sending.kind,
      to: member.email,
      letter: sending.letter(workspace.language, at),
      forOwnerOnly: sending.minutes !== undefined,
      ...(sending.minutes === undefined
        ? {}
        : { secretUntil: new Date(tx.now().getTime() + sending.minutes * 60_000) }),
    });
  });
}

async function load(tx: Tx, memberId: Member['id']): Promise<{ workspace: Workspace; member: Member }> {
  const workspace = await findWorkspace(tx);
  const member = await findMember(tx, memberId);
  if (!workspace || !member) throw new Error('a membership without its workspace');
  return { workspace, member };
}
