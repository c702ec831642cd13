import type { KeyKind } from '@mosty/directory';
import { permit } from '@mosty/identity';
import type { Context } from '@mosty/kernel/context';
import { beyondPartner, look } from '@mosty/kernel/db';
import { askingCounter } from '@mosty/kernel/http';
import { refuse } from '@mosty/kernel/refusal';
import { businessDateOf } from '@mosty/kernel/time';
import type { RegistrantClient } from '../contract/registration.ts';
import { doubtAbout } from '../domain/registration.ts';
import { rights } from '../policy.ts';
import { dealsOfClients } from '../store/deals.ts';
import { recogniseClient } from './recognise-client.ts';
import type { Registered } from './register-deal.ts';

/** Of one partner an hour: nothing is written down, so by asking long enough it would learn whom the company has. */
const isTooOften = askingCounter(60, 3_600_000);

/** What `registerDeal` would answer, with nothing written down. @throws deals.checked_too_often */
export function checkDuplicate(
  ctx: Context,
  input: { client: RegistrantClient },
): Promise<{ answer: Registered['answer']; met: readonly KeyKind[] }> {
  return look(ctx, async (tx) => {
    permit(tx, rights, 'deal.register');
    const partnerId = tx.actor.type === 'person' ? tx.actor.partnerId : null;
    if (partnerId !== null && isTooOften(`${tx.workspaceId} ${partnerId}`, tx.now().getTime()))
      refuse('limit', 'deals.checked_too_often');
    return beyondPartner(tx, async () => {
      const { client, looksAlike, met } = await recogniseClient(tx, input.client);
      if (!client) return { answer: looksAlike ? 'looks_alike' : 'accepted', met };
      const deals = await dealsOfClients(tx, [client.id]);
      const own = deals.some(
        (deal) =>
          partnerId !== null &&
          deal.partnerId === partnerId &&
          deal.outcome === null &&
          ['pending', 'approved', 'conflicted'].includes(deal.registration),
      );
      if (own) return { answer: 'yours_already', met };
      const doubt = doubtAbout(
        { partnerId, kind: 'new' },
        deals,
        { hasPaid: client.firstPaidAt !== null },
        businessDateOf(tx.now(), tx.zone),
      );
      return { answer: doubt ? 'taken' : 'accepted', met };
    });
  });
}
