import type { Tx } from '@mosty/kernel/context';
import { lowerEmail, withFields } from '../domain/fields.ts';
import { clientsByExternalId, saveClients } from '../store/clients.ts';
import { lockedClient } from './clients.ts';

export interface ClientNaming {
  readonly externalId: string;
  readonly name?: string | undefined;
  readonly email?: string | undefined;
}

/**
 * Gives clients that were told of by number only the name and the address they are told with now; what is known stays.
 * A sale and a sign-up of one client so leave the same client behind, whichever comes first. Part of the verb that is
 * told of them, which has checked its right.
 */
export async function nameClients(tx: Tx, namings: readonly ClientNaming[]): Promise<void> {
  const told = new Map(
    namings.flatMap((one) => (one.name || one.email ? [[one.externalId, one] as const] : [])),
  );
  const known = await clientsByExternalId(tx, [...told.keys()]);
  for (const { id, externalId, name, email, mergedIntoId } of known) {
    const naming = told.get(externalId ?? '');
    const lacks = (naming?.name && name === externalId) || (naming?.email && email === null);
    if (!naming || !lacks || mergedIntoId !== null) continue;
    const client = await lockedClient(tx, id);
    const fields = {
      ...(naming.name && client.name === client.externalId ? { name: naming.name } : {}),
      ...(naming.email && client.email === null ? { email: naming.email } : {}),
    };
    await saveClients(tx, [withFields(client, lowerEmail(fields))]);
  }
}
