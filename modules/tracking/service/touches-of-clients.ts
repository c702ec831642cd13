import type { Tx } from '@mosty/kernel/context';
import type { Id } from '@mosty/kernel/id';
import { leadsOfClients } from '../store/leads.ts';

/** A click or a lead of a client that somebody's link or code led to. */
export interface Touch {
  readonly clientId: Id<'client'>;
  readonly at: Date;
  readonly kind: 'click' | 'lead';
  readonly partnerId: Id<'partner'>;
  readonly agreementId: Id<'agreement'>;
  readonly linkId: Id<'link'> | null;
  readonly codeId: Id<'code'> | null;
  readonly clickId: string | null;
}

/**
 * What led each client to us between `since` and the latest moment asked about it (`until` included), oldest first.
 * Clicks of people only: bots, previews and prefetches lead nobody. A client without touches is not in the map.
 */
export async function touchesOfClients(
  tx: Tx,
  asked: readonly { clientId: string; until: Date }[],
  since: Date,
): Promise<Map<string, Touch[]>> {
  if (asked.length === 0) return new Map();
  const until = new Map<string, number>();
  for (const { clientId, until: at } of asked)
    until.set(clientId, Math.max(until.get(clientId) ?? 0, at.getTime()));
  const touches = await leadTouches(tx, [...until.keys()]);
  const within = touches.filter(
    ({ clientId, at }) => at >= since && at.getTime() <= (until.get(clientId) ?? 0),
  );
  within.sort((a, b) => a.at.getTime() - b.at.getTime() || (a.agreementId < b.agreementId ? -1 : 1));
  return Map.groupBy(within, (touch) => touch.clientId);
}

async function leadTouches(tx: Tx, clientIds: readonly string[]): Promise<Touch[]> {
  return (await leadsOfClients(tx, clientIds)).flatMap(
    ({ clientId, occurredAt, partnerId, agreementId, linkId, codeId, clickId }) =>
      partnerId && agreementId
        ? [
            {
              clientId,
              at: occurredAt,
              kind: 'lead' as const,
              partnerId,
              agreementId,
              linkId,
              codeId,
              clickId,
            },
          ]
        : [],
  );
}
