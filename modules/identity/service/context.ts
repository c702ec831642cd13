import {
  systemActor,
  workspaceId,
  type Actor,
  type Context,
  type Tx,
  type WorkspaceId,
} from '@mosty/kernel/context';
import { look, type Database } from '@mosty/kernel/db';
import { isId, randomIds, type IdSource } from '@mosty/kernel/id';
import { refuse } from '@mosty/kernel/refusal';
import { systemClock, type Clock } from '@mosty/kernel/time';
import type { Person } from '../policy/permit.ts';
import { findMember } from '../store/members.ts';
import { findWorkspace } from '../store/workspaces.ts';

/** What a context is made with. A test passes its own clock, seeded ids and a readable request id. */
export interface World {
  readonly clock?: Clock;
  readonly ids?: IdSource;
  readonly requestId?: string;
}

/** A context before the company's own zone and currency are known: enough to look them up. */
export function bareContext(
  database: Database,
  workspace: WorkspaceId,
  actor: Actor,
  world: World = {},
): Context {
  const clock = world.clock ?? systemClock;
  const ids = world.ids ?? randomIds;
  return {
    workspaceId: workspace,
    actor,
    clock,
    ids,
    database,
    zone: 'UTC',
    currency: 'RUB',
    requestId: world.requestId ?? ids.next('request', clock.now()),
  };
}

/** One look: the company's zone and currency, and who acts. @throws Refusal when there is no such workspace */
async function complete(bare: Context, whoActs: (tx: Tx) => Promise<Actor>): Promise<Context> {
  return look(bare, async (tx) => {
    const found = await findWorkspace(tx);
    if (!found) return refuse('not_found', 'identity.no_workspace');
    return { ...bare, zone: found.zone, currency: found.currency, actor: await whoActs(tx) };
  });
}

/** For jobs, reactions and the command line: may everything, and signs as `job`. */
export function systemContext(
  database: Database,
  workspace: string,
  job: string,
  world: World = {},
): Promise<Context> {
  const bare = bareContext(database, workspaceId(workspace), systemActor(job), world);
  return complete(bare, async () => bare.actor);
}

/** @throws Refusal when nobody by this id works there (any more) */
export function contextOfMember(
  database: Database,
  workspace: string,
  memberId: string,
  world: World = {},
): Promise<Context> {
  const bare = bareContext(database, workspaceId(workspace), systemActor('identity.sign-in'), world);
  return complete(bare, async (tx): Promise<Person> => {
    const member = isId('member', memberId) ? await findMember(tx, memberId) : undefined;
    if (!member || member.leftAt) return refuse('not_found', 'identity.no_member');
    const { id, role, partnerId, moneyGranted } = member;
    return { type: 'person', id, role, partnerId, moneyGranted };
  });
}
