import type { Actor, Context, Tx } from '@mosty/kernel/context';
import { beyondPartner } from '@mosty/kernel/db';
import { refuse } from '@mosty/kernel/refusal';
import { roleSchema } from '../contract/roles.ts';
import { allows } from '../policy/permit.ts';
import { allRights } from '../policy/rights.ts';
import { namesOf } from './names.ts';
import { findMember, type Member } from '../store/members.ts';

/** The member who acts. @throws Refusal for API keys and jobs: they have no name, sessions or password */
export async function meOf(
  tx: Tx,
  find: (tx: Tx, id: Member['id']) => Promise<Member | undefined> = findMember,
): Promise<Member> {
  if (tx.actor.type !== 'person') return refuse('not_permitted', 'identity.people_only');
  // Who looks with a partner's eyes has neither a sign-in nor devices there.
  if (looksUntil(tx.actor)) return refuse('not_permitted', 'identity.look_is_read_only');
  const me = await find(tx, tx.actor.id);
  if (!me || me.leftAt) return refuse('not_found', 'identity.no_member');
  return me;
}

export interface Looking {
  readonly me: Member;
  readonly partnerName: string;
  readonly until: Date;
}

/** The colleague who looks with a partner's eyes; null for everybody else. */
export async function lookingMe(tx: Tx): Promise<Looking | null> {
  const until = looksUntil(tx.actor);
  if (tx.actor.type !== 'person' || !until) return null;
  const { id, role, partnerId } = tx.actor;
  // One's own name is kept among the people of the company.
  const found = await beyondPartner(tx, () => findMember(tx, id));
  if (!found || partnerId === null) return refuse('not_found', 'identity.no_member');
  const partnerName = (await namesOf(tx, [partnerId])).get(partnerId) ?? '';
  return { me: { ...found, role: roleSchema.parse(role), partnerId }, partnerName, until };
}

function looksUntil(actor: Actor): Date | undefined {
  return 'looksUntil' in actor && actor.looksUntil instanceof Date ? actor.looksUntil : undefined;
}

/** Every action of the product: whether this actor may. */
export function everythingIMay(ctx: Pick<Context, 'actor'>): Record<string, boolean> {
  return Object.fromEntries([...allRights()].map(([action, right]) => [action, allows(right, ctx.actor)]));
}
