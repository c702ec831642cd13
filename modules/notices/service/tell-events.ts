import { partnersById } from '@mosty/directory';
import type { Tx } from '@mosty/kernel/context';
import type { KeptEvent } from '@mosty/kernel/events';
import type { Id } from '@mosty/kernel/id';
import { tell } from './tell.ts';
import { FLAGS } from './news/flags.ts';
import type { Hearing, HearingOfAll } from './news/heard.ts';
import { MONEY, MONEY_OF_ALL } from './news/money.ts';
import { REVIEWS } from './news/reviews.ts';
import { TOGETHER } from './news/together.ts';

/** What happened longer ago is no news: a history that is brought in whole wakes nobody. */
const FRESH_MS = 7 * 86_400_000;

const HEARD: readonly Hearing[] = [...MONEY, ...TOGETHER, ...FLAGS, ...REVIEWS];
const HEARD_OF_ALL: readonly HearingOfAll[] = MONEY_OF_ALL;

/** Events that are somebody's news. */
export const EVENTS_HEARD: readonly string[] = [...new Set([...HEARD, ...HEARD_OF_ALL].map(({ on }) => on))];

/** Events of other modules become news of people; told once, by the event's own number. */
export async function tellEvents(tx: Tx, events: readonly KeptEvent[]): Promise<void> {
  const fresh = events.filter(({ at }) => tx.now().getTime() - at.getTime() <= FRESH_MS);
  const partnerIds = fresh.flatMap(({ body }) =>
    typeof body['partnerId'] === 'string' ? (body['partnerId'] as Id<'partner'>) : [],
  );
  const names =
    partnerIds.length === 0
      ? new Map<string, string>()
      : new Map(
          (await partnersById(tx, [...new Set(partnerIds)])).map(({ id, name }) => [id as string, name]),
        );
  for (const { seq, type, body } of fresh) {
    const partnerId = body['partnerId'] as Id<'partner'>;
    const partner = names.get(partnerId);
    const told = [
      ...HEARD_OF_ALL.filter(({ on }) => on === type).flatMap(({ news }) => news(body)),
      ...(partner === undefined
        ? []
        : HEARD.filter(({ on }) => on === type).flatMap(({ news }) => news({ body, partnerId, partner }))),
    ];
    for (const news of told) await tell(tx, { ...news, onceKey: `event ${seq}` });
  }
}
