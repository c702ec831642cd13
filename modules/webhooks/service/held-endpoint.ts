import type { Tx } from '@mosty/kernel/context';
import { refuse } from '@mosty/kernel/refusal';
import { lockEndpoint, type EndpointRecord } from '../store/endpoints.ts';
import { lockPostback, type PostbackRecord } from '../store/postbacks.ts';

/** The address a verb is about to change, locked. @throws webhooks.no_endpoint */
export async function heldEndpoint(tx: Tx, id: string): Promise<EndpointRecord> {
  return (await lockEndpoint(tx, id)) ?? refuse('not_found', 'webhooks.no_endpoint');
}

/** @throws webhooks.no_postback */
export async function heldPostback(tx: Tx, id: string): Promise<PostbackRecord> {
  return (await lockPostback(tx, id)) ?? refuse('not_found', 'webhooks.no_postback');
}
