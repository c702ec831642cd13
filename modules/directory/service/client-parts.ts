import type { Tx } from '@mosty/kernel/context';
import type { Id } from '@mosty/kernel/id';

export interface Merging {
  readonly from: Id<'client'>;
  readonly into: Id<'client'>;
}

/** What a module keeps of clients, and how it becomes another client's. */
export interface ClientPart {
  /** Taken before the clients are locked, in the order in which the module's own verbs take it. */
  readonly hold?: (tx: Tx) => Promise<void>;
  /** Everything of `from` becomes `into`'s. Answers what was moved, enough to bring it back; it is kept as JSON. */
  readonly move: (tx: Tx, merging: Merging) => Promise<unknown>;
  /** What was moved is `from`'s again, as far as it is still there. */
  readonly bringBack: (tx: Tx, merging: Merging, moved: unknown) => Promise<void>;
}

const known = new Map<string, ClientPart>();

/**
 * Tells what a module keeps of clients. Deals and visits live above the directory, and arrows do not point up: so those
 * who keep them say it here.
 * @throws when the module told it already
 */
export function defineClientPart(module: string, part: ClientPart): void {
  if (known.has(module)) throw new Error(`the part of clients in ${module} is defined twice`);
  known.set(module, part);
}

export async function holdParts(tx: Tx): Promise<void> {
  for (const part of known.values()) await part.hold?.(tx);
}

export async function moveParts(tx: Tx, merging: Merging): Promise<Record<string, unknown>> {
  const moved: Record<string, unknown> = {};
  for (const [module, part] of known) moved[module] = await part.move(tx, merging);
  return moved;
}

export async function bringPartsBack(
  tx: Tx,
  merging: Merging,
  moved: Readonly<Record<string, unknown>>,
): Promise<void> {
  for (const [module, part] of known)
    if (moved[module] !== undefined) await part.bringBack(tx, merging, moved[module]);
}
