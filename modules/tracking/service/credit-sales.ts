import type { Tx } from '@mosty/kernel/context';
import { replaceCreditedSales, type CreditedSale } from '../store/credited-sales.ts';

export type { CreditedSale } from '../store/credited-sales.ts';

/**
 * By which links and codes these sales were credited, as it was decided now: what was decided of them before counts no
 * more. Part of the verb that decides, which has checked its right.
 */
export function creditSales(
  tx: Tx,
  input: { readonly saleIds: readonly string[]; readonly credited: readonly CreditedSale[] },
): Promise<void> {
  return replaceCreditedSales(tx, input.saleIds, input.credited);
}
