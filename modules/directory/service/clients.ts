import { permit } from '@mosty/identity';
import type { Context, Tx } from '@mosty/kernel/context';
import { transact } from '@mosty/kernel/db';
import type { Id } from '@mosty/kernel/id';
import { refuse } from '@mosty/kernel/refusal';
import type { ClientFields } from '../contract/client.ts';
import { changedFields, lowerEmail, withFields } from '../domain/fields.ts';
import { rights } from '../policy.ts';
import { insertClients, lockClient, saveClients, type ClientRecord } from '../store/clients.ts';
import { orViolation } from '../store/violations.ts';
import { newClient } from './import-clients.ts';

/** Writes down a client. @throws directory.external_id_taken */
export function createClient(ctx: Context, input: ClientFields): Promise<ClientRecord> {
  return transact(ctx, async (tx) => {
    permit(tx, rights, 'client.write');
    const client = withFields(newClient(tx, { name: input.name }), lowerEmail(input));
    const written = await insertClients(tx, [client]);
    if (!written.has(client.id))
      refuse('conflict', 'directory.external_id_taken', { externalId: client.externalId });
    tx.audit({ verb: 'directory.create_client', subject: client.id });
    return client;
  });
}

/** Changes what is written of a client: fields left out stay, null clears. @throws directory.client_merged */
export function updateClient(
  ctx: Context,
  input: { clientId: Id<'client'>; fields: Partial<ClientFields> },
): Promise<ClientRecord> {
  return transact(ctx, async (tx) => {
    permit(tx, rights, 'client.write');
    const before = await lockedClient(tx, input.clientId);
    if (before.mergedIntoId) refuse('not_now', 'directory.client_merged', { client: before.name });
    const after = withFields(before, lowerEmail(input.fields));
    const fields = changedFields(before, after);
    if (fields.length === 0) return before;
    await orViolation(saveClients(tx, [after]));
    tx.audit({ verb: 'directory.update_client', subject: after.id, change: { fields } });
    return after;
  });
}

/** @throws directory.client_unknown */
export async function lockedClient(tx: Tx, id: Id<'client'>): Promise<ClientRecord> {
  return (await lockClient(tx, id)) ?? refuse('not_found', 'directory.client_unknown', { clientId: id });
}
