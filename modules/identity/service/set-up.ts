import type { Context } from '@mosty/kernel/context';
import { transact, type Database } from '@mosty/kernel/db';
import { orRefuse, refuse } from '@mosty/kernel/refusal';
import type { NewWorkspace } from '../contract/workspace.ts';
import { acceptablePassword } from '../domain/password.ts';
import { findUserByEmail } from '../store/sign-ins.ts';
import { lockSetUp } from '../store/workspaces.ts';
import { addMember } from './add-member.ts';
import type { World } from './context.ts';
import { createSignIn } from './create-sign-in.ts';
import { draftWorkspace } from './create-workspace.ts';

interface SetUp {
  readonly workspace: NewWorkspace;
  readonly owner: { readonly name: string; readonly email: string; readonly password: string };
}

/**
 * The first start: makes the first company and its owner, both or neither. Only while no company but a demo exists,
 * and one at a time: whoever comes second is told that it is done.
 */
export async function setUp(database: Database, input: SetUp, world: World = {}): Promise<Context> {
  const { name, email, password } = input.owner;
  orRefuse(acceptablePassword(password, input.owner));
  const { ctx, record } = draftWorkspace(database, input.workspace, world);
  await transact(ctx, async (tx) => {
    const { hasCompany } = await lockSetUp(tx);
    if (hasCompany) refuse('not_now', 'identity.already_set_up');
    if (await findUserByEmail(tx, email)) refuse('conflict', 'identity.sign_in_exists', { email });
    await record(tx);
    const userId = await createSignIn(tx, { name, email, password });
    await addMember(tx, { name, email, role: 'owner', userId });
  });
  return ctx;
}
