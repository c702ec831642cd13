import type { Tx } from '@mosty/kernel/context';
import type { Facts } from '../domain/facts.ts';

type Fit = NonNullable<Facts['fit']>;
export type FindFit = (tx: Tx, partnerIds: readonly string[]) => Promise<ReadonlyMap<string, Fit>>;

let find: FindFit | null = null;

/** Who looks at candidates against the ideal partner profile lives above and says it here: arrows do not point up. */
export function defineAudienceFit(given: FindFit): void {
  if (find) throw new Error('the fit of an audience is defined twice');
  find = given;
}

export async function audienceFits(tx: Tx, partnerIds: readonly string[]): Promise<ReadonlyMap<string, Fit>> {
  return find ? find(tx, partnerIds) : new Map();
}
