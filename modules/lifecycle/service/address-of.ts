import { facesOf, partnersById } from '@mosty/directory';
import type { Tx } from '@mosty/kernel/context';
import type { Id } from '@mosty/kernel/id';

/** Where a letter to the partner goes: to its main face, to another of its faces, or to the firm itself. */
export async function addressOf(tx: Tx, partnerId: Id<'partner'>): Promise<string | null> {
  const theirs = (await facesOf(tx, [partnerId])).filter((face) => face.side === 'theirs' && face.email);
  const [partner] = await partnersById(tx, [partnerId]);
  return theirs[0]?.email ?? partner?.email ?? null;
}
