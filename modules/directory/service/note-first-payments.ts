import type { Tx } from '@mosty/kernel/context';
import { lockFirstPayments, lowerFirstPayments, writeFirstPayments } from '../store/clients.ts';

/**
 * When each of the clients first paid, null who never did. Held until the commit: nobody else records or takes back a
 * sale of theirs meanwhile, so of two sales told at once one is the first.
 */
export async function holdFirstPayments(
  tx: Tx,
  clientIds: readonly string[],
): Promise<Map<string, Date | null>> {
  const held = await lockFirstPayments(tx, [...new Set(clientIds)]);
  return new Map(held.map(({ id, firstPaidAt }) => [id, firstPaidAt]));
}

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
