import type { Role } from '@mosty/identity/contract';
import { Refusal } from '@mosty/kernel/refusal';
import type { StopKeyKind, StopState } from '../contract/stop-list.ts';

/** Two people may be called alike; nobody shares a tax number, a domain, a box or a telephone by chance. */
export const isSure = (kinds: readonly StopKeyKind[]): boolean =>
  kinds.some((kind) => kind !== 'name' && kind !== 'person');

export interface StopStanding {
  readonly approved: boolean | null;
  readonly offAskedAt: Date | null;
  readonly offAt: Date | null;
}

export function stopStateOf(entry: StopStanding): StopState {
  if (entry.approved === null) return 'proposed';
  if (!entry.approved) return 'rejected';
  if (entry.offAt) return 'off';
  return entry.offAskedAt ? 'off_asked' : 'standing';
}

export interface Hand {
  readonly by: string;
  readonly role: Role | null;
}

/** A head and an owner, or two owners: never one person, and never without an owner. */
export function secondHand(first: Hand, second: Hand): true | Refusal {
  if (first.by === second.by) return new Refusal('not_permitted', 'identity.two_people', { maker: first.by });
  if (first.role === 'owner' || second.role === 'owner') return true;
  return new Refusal('not_permitted', 'recruiting.owner_decides', { roles: ['owner'] });
}
