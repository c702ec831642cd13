import type { Actor } from '@mosty/kernel/context';
import { Refusal } from '@mosty/kernel/refusal';

/**
 * A manager keeps own partners and takes those nobody keeps; others' are theirs to read. The head and the owner
 * keep everybody's. People of a partner are confined by the database already.
 */
export function mayKeep(actor: Actor, partner: { id: string; ownerMemberId: string | null }): true | Refusal {
  if (!isManager(actor)) return true;
  if (partner.ownerMemberId === null || partner.ownerMemberId === actor.id) return true;
  return new Refusal('not_permitted', 'directory.partner_of_another_manager', { partnerId: partner.id });
}

/** A manager takes a partner for themselves or lets it go; only the head gives one to somebody else. */
export function mayGive(actor: Actor, ownerMemberId: string | null): true | Refusal {
  if (!isManager(actor) || ownerMemberId === null || ownerMemberId === actor.id) return true;
  return new Refusal('not_permitted', 'directory.head_gives_partners');
}

/** Whoever writes a partner down keeps it, when keeping partners is their work. */
export function firstOwner(actor: Actor): string | null {
  return isManager(actor) ? actor.id : null;
}

function isManager(actor: Actor): boolean {
  return actor.type === 'person' && actor.role === 'manager';
}
