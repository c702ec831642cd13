import { permit } from '@mosty/identity';
import type { Context } from '@mosty/kernel/context';
import { transact } from '@mosty/kernel/db';
import { refuse } from '@mosty/kernel/refusal';
import { checkEndpointName } from '../domain.ts';
import { rights } from '../policy.ts';
import { insertEndpoint, type EndpointRecord } from '../store/endpoints.ts';

export interface CreateEndpoint {
  readonly name: string;
}

/** @throws webhooks.name_says_nothing, webhooks.name_taken */
export function createEndpoint(ctx: Context, input: CreateEndpoint): Promise<EndpointRecord> {
  return transact(ctx, async (tx) => {
    permit(tx, rights, 'endpoint.write');
    const refusal = checkEndpointName(input.name);
    if (refusal) throw refusal;
    const endpoint = { id: tx.id('endpoint'), name: input.name.trim(), createdAt: tx.now() };
    if (!(await insertEndpoint(tx, endpoint)))
      refuse('conflict', 'webhooks.name_taken', { name: endpoint.name });
    tx.audit({ verb: 'webhooks.create_endpoint', subject: endpoint.id });
    tx.emit({ type: 'endpoint.created', endpointId: endpoint.id });
    return endpoint;
  });
}
