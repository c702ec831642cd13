import { permit } from '@mosty/identity';
import type { Context } from '@mosty/kernel/context';
import { transact } from '@mosty/kernel/db';
import type { PublicEvent } from '../contract/events.ts';
import { checkUrl } from '../domain/address.ts';
import { rights } from '../policy.ts';
import { saveEndpoint, type EndpointRecord, type Health } from '../store/endpoints.ts';
import { heldEndpoint } from './held-endpoint.ts';
import { insideAllowed } from './settings.ts';
import { wakeDeliveries } from './wake.ts';

export interface ChangeEndpoint {
  readonly endpointId: string;
  readonly url?: string | undefined;
  readonly events?: readonly PublicEvent[] | undefined;
  readonly description?: string | undefined;
  readonly state?: 'on' | 'off' | undefined;
}

/** What is not named stays. Switched on, it goes on with what waited. @throws webhooks.no_endpoint, webhooks.url_… */
export function changeEndpoint(ctx: Context, input: ChangeEndpoint): Promise<EndpointRecord> {
  return transact(ctx, async (tx) => {
    permit(tx, rights, 'webhook.write');
    const before = await heldEndpoint(tx, input.endpointId);
    const refusal = input.url === undefined ? null : checkUrl(input.url, insideAllowed());
    if (refusal) throw refusal;
    const after: EndpointRecord = {
      ...before,
      url: input.url ?? before.url,
      events: input.events ? [...new Set(input.events)] : before.events,
      description: input.description ?? before.description,
      ...switched(before, input.state ?? before.state),
    };
    await saveEndpoint(tx, after);
    tx.audit({
      verb: 'webhooks.change_endpoint',
      subject: after.id,
      change: { state: after.state, events: after.events, urlChanged: after.url !== before.url },
    });
    tx.afterCommit(wakeDeliveries);
    return after;
  });
}

/** Switched on by a person, it is given a fresh start: how long it had failed is forgotten. */
export function switched<Of extends Health>(before: Of, state: 'on' | 'off') {
  if (state === before.state)
    return { state, offBecause: before.offBecause, failingSince: before.failingSince };
  return { state, offBecause: state === 'off' ? ('person' as const) : null, failingSince: null };
}
