import type { Context, WorkspaceId } from '@mosty/kernel/context';
import { openPool, type Database } from '@mosty/kernel/db';
import { idSource, type Id, type IdSource } from '@mosty/kernel/id';
import { movingClock, type MovingClock } from '@mosty/kernel/time';
import { addMember, contextOfMember, createWorkspace, type Member } from '@mosty/identity';
import { isPartnerRole, ROLES, type PartnerRole, type Role } from '@mosty/identity/contract';

/** One company with a person in every role, at an hour the test moves by hand. */
export interface World {
  readonly database: Database;
  readonly workspaceId: WorkspaceId;
  readonly clock: MovingClock;
  readonly ids: IdSource;
  /** May everything; signs as a job. */
  readonly system: Context;
  /** The partner of `partner_owner` and `partner_staff`. Its row is not made: directory's verbs can take this id. */
  readonly partnerId: Id<'partner'>;
  member(role: Role): Member;
  contextOf(role: Role): Context;
  /** Another person of the company in a role: for «two people» rules. */
  another(role: Role): Promise<Context>;
  /** Somebody of a given partner, confined to its rows. */
  contextOfPartner(partnerId: Id<'partner'>, role?: PartnerRole): Promise<Context>;
  close(): Promise<void>;
}

/** A seeded source of ids: the same seed gives the same ids (mulberry32; not for secrets). */
export function seededIds(seed: number): IdSource {
  const random = seededRandom(seed);
  return idSource((count) => Uint8Array.from({ length: count }, () => Math.floor(random() * 256)));
}

export function seededRandom(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}

let worlds = 0;

interface Wishes {
  readonly seed?: number;
  readonly startAt?: Date;
  readonly zone?: string;
  readonly currency?: string;
  readonly isDemo?: boolean;
  readonly connections?: number;
}

/** Monday 2 March 2026, nine in the morning in Moscow, unless told. Each call makes a company of its own. */
export async function testWorkspace(db: { readonly appUrl: string }, wishes: Wishes = {}): Promise<World> {
  worlds += 1;
  const seed = wishes.seed ?? worlds;
  const database = openPool(db.appUrl, wishes.connections ?? 4);
  const clock = movingClock(wishes.startAt ?? new Date('2026-03-02T06:00:00Z'));
  const ids = seededIds(seed);
  const from = { clock, ids };
  const system = await createWorkspace(
    database,
    {
      name: `Company ${seed}`,
      zone: wishes.zone ?? 'Europe/Moscow',
      currency: wishes.currency ?? 'RUB',
      isDemo: wishes.isDemo ?? false,
      id: seededUuid(seed),
    },
    from,
  );
  const partnerId = ids.next('partner', clock.now());
  const people = new Map<Role, { member: Member; ctx: Context }>();
  let added = 0;

  async function add(role: Role, partner: Id<'partner'> | null) {
    added += 1;
    const name = added > ROLES.length ? `${role} ${added}` : role;
    const email = `${name.replace(' ', '-')}@company-${seed}.test`;
    const member = await addMember(system, { name, email, role, partnerId: partner });
    return { member, ctx: await contextOfMember(database, system.workspaceId, member.id, from) };
  }

  function person(role: Role) {
    const found = people.get(role);
    if (!found) throw new Error(`nobody is ${role}`);
    return found;
  }

  for (const role of ROLES) people.set(role, await add(role, isPartnerRole(role) ? partnerId : null));

  return {
    database,
    workspaceId: system.workspaceId,
    clock,
    ids,
    system,
    partnerId,
    member: (role) => person(role).member,
    contextOf: (role) => person(role).ctx,
    another: async (role) => (await add(role, isPartnerRole(role) ? partnerId : null)).ctx,
    contextOfPartner: async (partner, role = 'partner_owner') => (await add(role, partner)).ctx,
    close: () => database.close(),
  };
}

function seededUuid(seed: number): string {
  return `00000000-0000-4000-8000-${seed.toString(16).padStart(12, '0')}`;
}
