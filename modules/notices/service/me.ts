import { listMembers, type Member } from '@mosty/identity';
import type { Tx } from '@mosty/kernel/context';
import { refuse } from '@mosty/kernel/refusal';

/** Whose news these are: a person who works here. A key has none, nor a colleague who looks with a partner's eyes. */
export async function me(tx: Tx): Promise<Member> {
  const own = await meOrNobody(tx);
  return own ?? refuse('not_permitted', 'identity.people_only');
}

export async function meOrNobody(tx: Tx): Promise<Member | null> {
  const { actor } = tx;
  if (actor.type !== 'person') return null;
  return (await listMembers(tx, false, actor.partnerId)).find(({ id }) => id === actor.id) ?? null;
}
