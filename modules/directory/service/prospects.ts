import type { Tx } from '@mosty/kernel/context';
import type { Id } from '@mosty/kernel/id';
import type { ClientFields } from '../contract/client.ts';
import { lowerEmail, withFields } from '../domain/fields.ts';
import { insertClients, lockClient, saveClients, type ClientRecord } from '../store/clients.ts';
import { forgetMergedContacts } from '../store/merges.ts';
import { newClient } from './import-clients.ts';

/**
 * Writes down somebody who may become a client. Part of registering a deal: the caller has checked the right to do that,
 * and has looked whether we know the client already.
 */
export async function writeProspect(tx: Tx, fields: Omit<ClientFields, 'externalId'>): Promise<ClientRecord> {
  const client = withFields(newClient(tx, { name: fields.name }), lowerEmail(fields));
  await insertClients(tx, [client]);
  tx.audit({ verb: 'directory.write_prospect', subject: client.id });
  return client;
}

/** The person said no to being handed over: what could reach them is forgotten, the company's name stays. */
export async function forgetContacts(tx: Tx, clientId: Id<'client'>): Promise<void> {
  const client = await lockClient(tx, clientId);
  if (!client || client.firstPaidAt) return;
  // A merged one has no keys to be recognised by, and gets none by this.
  if (client.mergedIntoId) return;
  await saveClients(tx, [{ ...client, person: null, email: null, phone: null }]);
  await forgetMergedContacts(tx, clientId);
  tx.audit({ verb: 'directory.forget_contacts', subject: clientId });
}
