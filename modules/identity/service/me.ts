import type { Context, Tx } from '@mosty/kernel/context';
import { refuse } from '@mosty/kernel/refusal';
import { allows } from '../policy/permit.ts';
import { allRights } from '../policy/rights.ts';
import { findMember, type Member } from '../store/members.ts';

/** The member who acts. @throws Refusal for API keys and jobs: they have no name, sessions or password */
export async function meOf(
  tx: Tx,
  find: (tx: Tx, id: Member['id']) => Promise<Member | undefined> = findMember,
): Promise<Member> {
  if (tx.actor.type !== 'person') return refuse('not_permitted', 'identity.people_only');
  const me = await find(tx, tx.actor.id);
  if (!me || me.leftAt) return refuse('not_found', 'identity.no_member');
  return me;
}

/** Every action of the product: whether this actor may. */
export function everythingIMay(ctx: Pick<Context, 'actor'>): Record<string, boolean> {
  return Object.fromEntries([...allRights()].map(([action, right]) => [action, allows(right, ctx.actor)]));
}
