import { permit } from '@mosty/identity';
import type { Tx } from '@mosty/kernel/context';
import type { Id } from '@mosty/kernel/id';
import { refuse } from '@mosty/kernel/refusal';
import { rights } from '../policy.ts';

/** The partner that this person belongs to, or is looked at as. @throws identity.not_permitted, portal.no_partner */
export function ownPartner(tx: Pick<Tx, 'actor'>, right: keyof typeof rights): Id<'partner'> {
  permit(tx, rights, right);
  const partnerId = tx.actor.type === 'person' ? tx.actor.partnerId : null;
  return partnerId ?? refuse('not_permitted', 'portal.no_partner');
}
