import type { Tx } from '@mosty/kernel/context';
import type { Id } from '@mosty/kernel/id';
import type { Stage } from '../contract/stages.ts';
import { passagesOf } from '../store/passages.ts';

const AWAY: readonly (Stage | null)[] = ['ended', 'declined', 'stop_listed'];

/** When the partner last came back to be a candidate again; null: it never was away. What was known before is history. */
export async function returnedAt(tx: Tx, partnerId: Id<'partner'>): Promise<Date | null> {
  const passages = await passagesOf(tx, partnerId);
  return passages.find(({ from, to }) => to === 'candidate' && AWAY.includes(from))?.at ?? null;
}
