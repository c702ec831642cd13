import type { Actor } from '@mosty/kernel/context';
import { Refusal } from '@mosty/kernel/refusal';

/**
 * A manager keeps own partners and takes those nobody keeps; others' are theirs to read. The head and the owner
 * keep everybody's. People of a partner are confined by the database already.
 */
export function mayKeep(actor: Actor, partner: { id: string; ownerMemberId: string | null }): true | Refusal {
  if (actor.type !== 'person' || actor.role !== 'manager') return true;
  if (partner.ownerMemberId === null || partner.ownerMemberId === actor.id) return true;
  return new Refusal('not_permitted', 'directory.partner_of_another_manager', { partnerId: partner.id });
}
