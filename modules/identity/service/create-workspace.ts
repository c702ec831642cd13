import { randomUUID } from 'node:crypto';
import { systemActor, workspaceId, type Context, type Tx } from '@mosty/kernel/context';
import { transact, type Database } from '@mosty/kernel/db';
import { newWorkspaceSchema, type NewWorkspace } from '../contract/workspace.ts';
import { insertWorkspace } from '../store/workspaces.ts';
import { bareContext, type World } from './context.ts';

export interface CreateWorkspace extends NewWorkspace {
  /** A demo company: anybody may look at it as any of its people. */
  readonly isDemo?: boolean;
  /** Given by tests and the demo, so that the same seed makes the same company. */
  readonly id?: string;
}

/** Makes a company. Returns a system context in it, with which its first people are added. */
export async function createWorkspace(
  database: Database,
  input: CreateWorkspace,
  world: World = {},
): Promise<Context> {
  const { ctx, record } = draftWorkspace(database, input, world);
  await transact(ctx, record);
  return ctx;
}

/** A company not yet written: its context, and what writes it in a transaction of that context. */
export function draftWorkspace(
  database: Database,
  input: CreateWorkspace,
  world: World,
): { ctx: Context; record: (tx: Tx) => Promise<void> } {
  const { isDemo = false, id = randomUUID(), ...rest } = input;
  const asked = newWorkspaceSchema.parse(rest);
  const newId = workspaceId(id);
  const bare = bareContext(database, newId, systemActor('identity.setup'), world);
  return {
    ctx: { ...bare, zone: asked.zone, currency: asked.currency },
    record: async (tx) => {
      await insertWorkspace(tx, {
        ...asked,
        id: newId,
        legalName: asked.legalName ?? null,
        isDemo,
        createdAt: tx.now(),
      });
      tx.audit({
        verb: 'identity.create_workspace',
        subject: newId,
        change: { zone: asked.zone, currency: asked.currency, isDemo },
      });
    },
  };
}
