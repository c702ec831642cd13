import { systemActor, workspaceId, type Actor, type Context, type WorkspaceId } from '@mosty/kernel/context';
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
export function bareContext(database: Database, workspace: WorkspaceId, actor: Actor, world: World = {}): Context {
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

/** Completes it with the company's zone and currency. @throws Refusal when there is no such workspace */
export async function contextOf(database: Database, workspace: string, actor: Actor, world: World = {}): Promise<Context> {
  const bare = bareContext(database, workspaceId(workspace), actor, world);
  const found = await look(bare, findWorkspace);
  if (!found) return refuse('not_found', 'identity.no_workspace');
  return { ...bare, zone: found.zone, currency: found.currency };
}

/** For jobs, reactions and the command line: may everything, and signs as `job`. */
export function systemContext(database: Database, workspace: string, job: string, world: World = {}): Promise<Context> {
  return contextOf(database, workspace, systemActor(job), world);
}

/** @throws Refusal when nobody by this id works there (any more) */
export async function contextOfMember(
  database: Database,
  workspace: string,
  memberId: string,
  world: World = {},
): Promise<Context> {
  const system = await systemContext(database, workspace, 'identity.sign-in', world);
  if (!isId('member', memberId)) return refuse('not_found', 'identity.no_member');
  const member = await look(system, (tx) => findMember(tx, memberId));
  if (!member || member.leftAt) return refuse('not_found', 'identity.no_member');
  const actor: Person = {
    type: 'person',
    id: member.id,
    role: member.role,
    partnerId: member.partnerId,
    moneyGranted: member.moneyGranted,
  };
  return { ...system, actor };
}
