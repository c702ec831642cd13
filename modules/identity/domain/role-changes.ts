import { Refusal } from '@mosty/kernel/refusal';
import type { Actor } from '@mosty/kernel/context';
import { isPartnerRole, type Role } from '../contract/roles.ts';

/**
 * Only an owner makes owners or touches one; a head looks after everybody else. A partner looks after its employees:
 * who speaks for it is written down by the company.
 */
export function mayTouch(actor: Actor, role: Role): true | Refusal {
  if (actor.type === 'person' && actor.partnerId !== null)
    return role === 'partner_staff' || new Refusal('not_permitted', 'identity.employees_only', {});
  if (role !== 'owner' || actor.type === 'system') return true;
  if (actor.type === 'person' && actor.role === 'owner') return true;
  return new Refusal('not_permitted', 'identity.owners_only', {});
}

/** A person of a partner stays one: another role would show them other partners' rows. */
export function sameSide(from: Role, to: Role): true | Refusal {
  if (isPartnerRole(from) === isPartnerRole(to)) return true;
  return new Refusal('invalid', 'identity.other_side', { from, to });
}

/** Without an owner nobody could give the rights back. `owners` counts those who have not left. */
export function keepsAnOwner(owners: number, losing: Role): true | Refusal {
  if (losing !== 'owner' || owners > 1) return true;
  return new Refusal('not_now', 'identity.last_owner', {});
}
