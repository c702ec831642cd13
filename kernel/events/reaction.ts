import type { EventNote, Tx } from '../context/index.ts';

/** An event as it stands in the outbox. `seq` has no gaps within a workspace. */
export interface KeptEvent {
  readonly seq: bigint;
  readonly id: string;
  readonly type: string;
  readonly at: Date;
  readonly body: EventNote;
}

/**
 * What one module does when it hears of another's event. Runs in a transaction that also moves the reaction's
 * progress, so its database effects happen once; anything outside the database must be safe to repeat.
 */
export interface Reaction {
  /** Stable: progress is kept under this name. `module.what-when`. */
  readonly name: string;
  readonly on: readonly string[];
  /** All waiting events of one workspace, in order, at most a few hundred. */
  run(tx: Tx, events: readonly KeptEvent[]): Promise<void>;
}

export function defineReaction(reaction: Reaction): Reaction {
  return reaction;
}
