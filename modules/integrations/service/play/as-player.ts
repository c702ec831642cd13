import { systemActor, type Tx } from '@mosty/kernel/context';

/**
 * A play calls verbs of several people: somebody publishes a scheme, somebody records a payment. Whoever may play may
 * have them all done for a play, in the same transaction; what they write is signed by the person who pressed.
 */
export function asPlayer(tx: Tx): Tx {
  return { ...tx, actor: systemActor(tx.actor.id) };
}

/** The trial scheme is written by the program and put in force by the person: author ≠ approver. */
export function asProgram(tx: Tx): Tx {
  return { ...tx, actor: systemActor('integrations.play') };
}
