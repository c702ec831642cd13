import type { Tx } from '@mosty/kernel/context';
import type { Id } from '@mosty/kernel/id';
import type { MoveDetails } from '../contract/move.ts';
import type { Path, Stage } from '../contract/stages.ts';

export interface Passed {
  readonly partnerId: Id<'partner'>;
  readonly path: Path;
  readonly from: Stage;
  readonly to: Stage;
  readonly details: MoveDetails;
}

export type PassageEffect = (tx: Tx, passed: Passed) => Promise<void>;

const known: { readonly from: Stage | '*'; readonly to: Stage; readonly effect: PassageEffect }[] = [];

/**
 * What else becomes true when a partner goes through a gate, in the same transaction: the pilot begins and agreements
 * are launched, a partner leaves and they end. The standing has moved already when the effect runs.
 */
export function definePassageEffect(from: Stage | '*', to: Stage, effect: PassageEffect): void {
  known.push({ from, to, effect });
}

export async function bringAbout(tx: Tx, passed: Passed): Promise<void> {
  for (const { from, to, effect } of known) {
    if (to === passed.to && (from === '*' || from === passed.from)) await effect(tx, passed);
  }
}
