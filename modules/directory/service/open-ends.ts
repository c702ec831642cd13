import type { Tx } from '@mosty/kernel/context';
import type { Id } from '@mosty/kernel/id';
import type { Refusal } from '@mosty/kernel/refusal';

/** Whom we part with: all that is between us and the partner, or one of its agreements while others go on. */
export interface Parting {
  readonly partnerId: Id<'partner'>;
  readonly agreementId: Id<'agreement'> | null;
}

/** What its module still keeps open, as a refusal that says where it is settled; null when nothing. */
export type FindOpenEnd = (tx: Tx, parting: Parting) => Promise<Refusal | null>;

const known = new Map<string, FindOpenEnd>();

/**
 * Tells what a module may keep open with a partner. Money and disputes live above the directory and the agreements,
 * and arrows do not point up: so those who keep them say it here.
 * @throws when the module told it already
 */
export function defineOpenEnd(module: string, find: FindOpenEnd): void {
  if (known.has(module)) throw new Error(`open ends of ${module} are defined twice`);
  known.set(module, find);
}

/** The first thing that has to be settled before parting (S0.66); null when all questions are closed. */
export async function openEndOf(tx: Tx, parting: Parting): Promise<Refusal | null> {
  for (const find of known.values()) {
    const open = await find(tx, parting);
    if (open) return open;
  }
  return null;
}
