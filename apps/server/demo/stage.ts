import { addMember, contextOfMember, createWorkspace } from '@mosty/identity';
import type { Context } from '@mosty/kernel/context';
import type { Database } from '@mosty/kernel/db';
import { idSource } from '@mosty/kernel/id';
import { movingClock, type Instant, type MovingClock } from '@mosty/kernel/time';
import { COMPANY, PEOPLE } from './cast.ts';
import { seeded } from './random.ts';

/** The demo company on its first day, its people, and the clock that will carry them through the story. */
export interface Stage {
  readonly clock: MovingClock;
  readonly system: Context;
  readonly owner: Context;
  readonly head: Context;
  readonly finance: Context;
  /** By e-mail. */
  readonly people: ReadonlyMap<string, { readonly id: string; readonly name: string; readonly ctx: Context }>;
}

export async function setStage(database: Database, begin: Instant, seed = 7): Promise<Stage> {
  const clock = movingClock(begin);
  const random = seeded(seed);
  const ids = idSource((count) => Uint8Array.from({ length: count }, () => random.between(0, 255)));
  const world = { clock, ids };
  const system = await createWorkspace(
    database,
    {
      name: COMPANY.name,
      legalName: COMPANY.legalName,
      zone: COMPANY.zone,
      currency: COMPANY.currency,
      isDemo: true,
    },
    world,
  );
  const people = new Map<string, { id: string; name: string; ctx: Context }>();
  for (const person of PEOPLE) {
    const member = await addMember(system, { ...person, partnerId: null });
    const ctx = await contextOfMember(database, system.workspaceId, member.id, world);
    people.set(person.email, { id: member.id, name: person.name, ctx });
  }
  const contextOf = (role: string): Context => {
    const email = PEOPLE.find((person) => person.role === role)?.email ?? '';
    const found = people.get(email);
    if (!found) throw new Error(`nobody is ${role}`);
    return found.ctx;
  };
  return {
    clock,
    system,
    people,
    owner: contextOf('owner'),
    head: contextOf('head'),
    finance: contextOf('finance'),
  };
}
