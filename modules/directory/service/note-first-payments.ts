import type { Tx } from '@mosty/kernel/context';
import { lowerFirstPayments, writeFirstPayments } from '../store/clients.ts';

/**
 * Keeps each client's first payment as the least ever told (S2.9). Part of recording sales, in its transaction.
 */
export async function noteFirstPayments(
  tx: Tx,
  payments: readonly { clientId: string; occurredAt: Date }[],
): Promise<void> {
  await lowerFirstPayments(tx, payments);
}

/**
 * Sets the first payment anew, null where no paid sale is left: for the undo of an import, which takes back payments
 * that were told. The caller counts over the sales that remain.
 */
export async function resetFirstPayments(
  tx: Tx,
  payments: readonly { clientId: string; occurredAt: Date | null }[],
): Promise<void> {
  await writeFirstPayments(tx, payments);
}
