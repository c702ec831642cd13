import type { Tx } from '@mosty/kernel/context';
import type { Language } from '../contract/me.ts';
import { listMembers } from '../store/members.ts';
import { findWorkspace } from '../store/workspaces.ts';

/** Whom the program writes to of itself, and in what language. */
export async function workspaceOwners(
  tx: Tx,
): Promise<{ owners: readonly { readonly email: string }[]; language: Language }> {
  const members = await listMembers(tx, false);
  return {
    owners: members.filter(({ role }) => role === 'owner').map(({ email }) => ({ email })),
    language: (await findWorkspace(tx))?.language ?? 'ru',
  };
}
