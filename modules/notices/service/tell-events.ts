import { partnersById } from '@mosty/directory';
import type { Tx } from '@mosty/kernel/context';
import type { KeptEvent } from '@mosty/kernel/events';
import type { Id } from '@mosty/kernel/id';
import { tell } from './tell.ts';
import type { Hearing } from './news/heard.ts';
import { MONEY } from './news/money.ts';
import { TOGETHER } from './news/together.ts';

/** What happened longer ago is no news: a history that is brought in whole wakes nobody. */
const FRESH_MS = 7 * 86_400_000;

const HEARD: readonly Hearing[] = [...MONEY, ...TOGETHER];

/** Events that are somebody's news. */
export const EVENTS_HEARD: readonly string[] = [...new Set(HEARD.map(({ on }) => on))];

/** Events of other modules become news of people; told once, by the event's own number. */
export async function tellEvents(tx: Tx, events: readonly KeptEvent[]): Promise<void> {
  const fresh = events.filter(({ at }) => tx.now().getTime() - at.getTime() <= FRESH_MS);
  const partnerIds = fresh.flatMap(({ body }) =>
    typeof body['partnerId'] === 'string' ? (body['partnerId'] as Id<'partner'>) : [],
  );
  if (partnerIds.length === 0) return;
  const names = new Map((await partnersById(tx, [...new Set(partnerIds)])).map(({ id, name }) => [id, name]));
  for (const { seq, type, body } of fresh) {
    const partnerId = body['partnerId'] as Id<'partner'>;
    const partner = names.get(partnerId);
    if (partner === undefined) continue;
    for (const hearing of HEARD) {
      const news = hearing.on === type ? hearing.news({ body, partnerId, partner }) : null;
      if (news) await tell(tx, { ...news, onceKey: `event ${seq}` });
    }
  }
}
