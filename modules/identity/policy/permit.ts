import type { Actor, Context } from '@mosty/kernel/context';
import { Refusal } from '@mosty/kernel/refusal';
import { roleSchema, type Role } from '../contract/roles.ts';
import type { Right, Rights } from './rights.ts';

/** A person as this module makes one: with what was granted to them besides the role. */
export type Person = Extract<Actor, { type: 'person' }> & {
  readonly moneyGranted: boolean;
  /** A colleague who looks with the eyes of a partner, till this moment. */
  readonly looksUntil?: Date;
};

function seesMoney(actor: Actor): boolean {
  return 'moneyGranted' in actor && actor.moneyGranted === true;
}

export function allows(right: Right, actor: Actor): boolean {
  if (actor.type === 'system') return true;
  if (actor.type === 'api_key') return right.scope !== undefined && actor.scopes.includes(right.scope);
  const role = roleSchema.safeParse(actor.role);
  if (!role.success || !right.roles.includes(role.data)) return false;
  return right.money !== true || role.data !== 'partner_staff' || seesMoney(actor);
}

/** For answers that tell the reader beforehand; a verb asks `permit`. */
export function may<Action extends string>(
  ctx: Pick<Context, 'actor'>,
  rights: Rights<Action>,
  action: Action,
): boolean {
  return allows(rights[action], ctx.actor);
}

/** @throws Refusal `identity.not_permitted` with the roles that may, or the scope the key lacks */
export function permit<Action extends string>(
  ctx: Pick<Context, 'actor'>,
  rights: Rights<Action>,
  action: Action,
): void {
  const right = rights[action];
  if (allows(right, ctx.actor)) return;
  const roles: readonly Role[] = right.roles;
  if (ctx.actor.type === 'api_key') {
    throw new Refusal('not_permitted', 'identity.scope_missing', { action, scope: right.scope ?? null });
  }
  throw new Refusal('not_permitted', 'identity.not_permitted', { action, roles });
}

/**
 * Separation of duties: what one person made, another approves. `maker` is the actor id written down when it was made.
 * @throws Refusal `identity.two_people`
 */
export function twoPeople(maker: string, approver: Pick<Context, 'actor'>): void {
  if (approver.actor.id === maker) throw new Refusal('not_permitted', 'identity.two_people', { maker });
}
