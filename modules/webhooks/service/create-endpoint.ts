import { permit } from '@mosty/identity';
import type { Context } from '@mosty/kernel/context';
import { transact } from '@mosty/kernel/db';
import { refuse } from '@mosty/kernel/refusal';
import type { PublicEvent } from '../contract/events.ts';
import { checkUrl } from '../domain/address.ts';
import { rights } from '../policy.ts';
import { insertEndpoint, listEndpoints, type EndpointRecord } from '../store/endpoints.ts';
import { newSecret } from './new-secret.ts';
import { insideAllowed } from './settings.ts';

const ENDPOINTS_MAX = 50;

export interface CreateEndpoint {
  readonly url: string;
  readonly events: readonly PublicEvent[];
  readonly description: string;
}

/**
 * The secret is in the answer and readable nowhere afterwards.
 * @throws webhooks.url_malformed, webhooks.url_not_https, webhooks.url_with_password, webhooks.no_more
 */
export function createEndpoint(
  ctx: Context,
  input: CreateEndpoint,
): Promise<{ endpoint: EndpointRecord; secret: string }> {
  return transact(ctx, async (tx) => {
    permit(tx, rights, 'webhook.write');
    const refusal = checkUrl(input.url, insideAllowed());
    if (refusal) throw refusal;
    if ((await listEndpoints(tx)).length >= ENDPOINTS_MAX)
      refuse('limit', 'webhooks.no_more', { limit: ENDPOINTS_MAX });
    const id = tx.id('endpoint');
    const { secret, sealed } = newSecret(tx, id);
    const endpoint: EndpointRecord = {
      id,
      url: input.url,
      description: input.description,
      events: [...new Set(input.events)],
      secret: sealed,
      oldSecret: null,
      oldSecretUntil: null,
      state: 'on',
      offBecause: null,
      failingSince: null,
      lastSuccessAt: null,
      createdAt: tx.now(),
      createdBy: tx.actor.id,
    };
    await insertEndpoint(tx, endpoint);
    tx.audit({ verb: 'webhooks.create_endpoint', subject: id, change: { events: endpoint.events } });
    return { endpoint, secret };
  });
}
