import { sql } from 'kysely';
import type { Tx } from '../context/index.ts';

/**
 * Lets a verb of a partner's person look at the whole company for a moment: whether a client is taken already cannot be
 * asked of one's own rows. The verb has asked for the right before, and answers for what of it the person is told.
 */
export async function beyondPartner<T>(tx: Tx, work: () => Promise<T>): Promise<T> {
  if (tx.actor.type !== 'person' || tx.actor.partnerId === null) return work();
  await sql`SELECT set_config('app.partner_id', '', true)`.execute(tx.db);
  const result = await work();
  // Not after a failure: the transaction is then rolled back, and the setting with it.
  await sql`SELECT set_config('app.partner_id', ${tx.actor.partnerId}, true)`.execute(tx.db);
  return result;
}
