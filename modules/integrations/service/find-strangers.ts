import { findPartnersByReference } from '@mosty/directory';
import type { Tx } from '@mosty/kernel/context';
import type { Found } from '../contract/import.ts';
import type { ImportFile } from '../store/files.ts';
import { countNewClients, namedPartners } from '../store/found.ts';

const SHOWN = 20;

/** Who is named in a file of sales and not known yet: partners to be written down first, clients that will be made. */
export async function findStrangers(
  tx: Tx,
  file: ImportFile,
): Promise<Pick<Found, 'newClients' | 'unknownPartners' | 'unknownPartnersCount'>> {
  if (file.kind === 'partners' || file.kind === 'clients')
    return { newClients: 0, unknownPartners: [], unknownPartnersCount: 0 };
  const named = await namedPartners(tx, file.id);
  const known = await findPartnersByReference(
    tx,
    named.map(({ name }) => name),
  );
  const unknown = named.filter(({ name }) => !known.has(name));
  return {
    newClients: file.kind === 'costs' ? 0 : await countNewClients(tx, file.id),
    unknownPartners: unknown.slice(0, SHOWN),
    unknownPartnersCount: unknown.length,
  };
}
