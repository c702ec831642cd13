import { keptPartner } from '@mosty/directory';
import type { Tx } from '@mosty/kernel/context';
import type { Id } from '@mosty/kernel/id';
import { refuse } from '@mosty/kernel/refusal';
import { lockExit, type ExitRecord } from '../store/exits.ts';

/**
 * The parting that a verb is about to change, locked till the end of the transaction.
 * @throws exits.not_leaving, and the refusals of the partner's keeping
 */
export async function openExit(tx: Tx, partnerId: Id<'partner'>): Promise<ExitRecord> {
  await keptPartner(tx, partnerId);
  return (await lockExit(tx, partnerId)) ?? refuse('not_now', 'exits.not_leaving', { partnerId });
}
