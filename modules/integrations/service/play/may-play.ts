import { findWorkspace } from '@mosty/identity';
import type { Tx } from '@mosty/kernel/context';
import { Refusal } from '@mosty/kernel/refusal';
import { hasOwnSales, standingPlay } from '../../store/play.ts';

export async function isDemo(tx: Tx): Promise<boolean> {
  return (await findWorkspace(tx))?.isDemo === true;
}

/** A played sale among real ones would spoil real figures, were it there for a minute. */
export async function whyNotPlay(tx: Tx): Promise<Refusal | null> {
  if (!(await isDemo(tx)) && (await hasOwnSales(tx)))
    return new Refusal('not_now', 'integrations.play_among_sales', {});
  return (await standingPlay(tx)) ? new Refusal('conflict', 'integrations.play_stands', {}) : null;
}
