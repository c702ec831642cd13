import type { Actor } from '@mosty/kernel/context';

interface Contacts {
  readonly email: string | null;
  readonly phone: string | null;
  readonly person?: string | null;
}

/** An analyst works with figures and sees no phones or addresses of people. */
export function withoutContacts<Thing extends Contacts>(actor: Actor, thing: Thing): Thing {
  if (actor.type !== 'person' || actor.role !== 'analyst') return thing;
  return { ...thing, email: null, phone: null, ...('person' in thing ? { person: null } : {}) };
}

/** What the team writes to itself stays with the team. */
export function withoutNotes<Thing extends { readonly note: string | null }>(
  actor: Actor,
  thing: Thing,
): Thing {
  return actor.type === 'person' && actor.partnerId !== null ? { ...thing, note: null } : thing;
}
