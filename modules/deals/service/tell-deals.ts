import type { Tx } from '@mosty/kernel/context';
import type { DealRecord } from '../store/deals.ts';

const IDS_MAX = 1_000;

/** Events carry ids only; names and contacts are asked for by whoever may see them. */
export function tellDeals(tx: Tx, type: string, deals: readonly Pick<DealRecord, 'id'>[]): void {
  for (let at = 0; at < deals.length; at += IDS_MAX)
    tx.emit({ type, dealIds: deals.slice(at, at + IDS_MAX).map(({ id }) => id) });
}
