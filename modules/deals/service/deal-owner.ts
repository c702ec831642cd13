import { partnersById } from '@mosty/directory';
import { namesOfTeam } from '@mosty/identity';
import type { Tx } from '@mosty/kernel/context';
import type { Id } from '@mosty/kernel/id';
import { refuse } from '@mosty/kernel/refusal';

/** Deals are given to people who work here now. @throws directory.member_unknown */
export async function mustBeOurs(tx: Tx, memberId: Id<'member'>): Promise<void> {
  if (!(await namesOfTeam(tx, [memberId])).has(memberId)) refuse('not_found', 'directory.member_unknown');
}

/** Whose a deal is until somebody says otherwise: the partner's manager's, otherwise who writes it down. */
export async function firstOwner(tx: Tx, partnerId: string | null): Promise<Id<'member'> | null> {
  const partner = partnerId ? (await partnersById(tx, [partnerId]))[0] : undefined;
  if (partner?.ownerMemberId) return partner.ownerMemberId;
  return tx.actor.type === 'person' && tx.actor.partnerId === null ? tx.actor.id : null;
}
