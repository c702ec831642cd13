import { permit } from '@mosty/identity';
import type { Context, Tx } from '@mosty/kernel/context';
import { transact } from '@mosty/kernel/db';
import type { Id } from '@mosty/kernel/id';
import { Refusal } from '@mosty/kernel/refusal';
import {
  changesOf,
  countOutcomes,
  readRow,
  type ClientRow,
  type FromFile,
  type RowOutcome,
} from '../domain/import-row.ts';
import { knowThings, namesToFind } from '../domain/known.ts';
import { rights } from '../policy.ts';
import {
  clientsByExternalId,
  clientsByName,
  insertClients,
  saveClients,
  type ClientRecord,
} from '../store/clients.ts';
import { insertKeeping } from '../store/keeping.ts';
import { importInBatches } from './import-in-batches.ts';
import { findPartners, type FoundPartners } from './find-partners.ts';

/** Kept with the keeper in the card: who said so. */
const FROM_LIST = 'import';

/**
 * Writes clients down as a list, as `importPartners` does. A keeper that the list names must be known already and
 * takes a client that has none; a client that is somebody else's already is refused (`directory.client_is_kept`):
 * only `changeKeeper` moves one, with a reason.
 */
export function importClients(
  ctx: Context,
  rows: readonly ClientRow[],
  { importId = null }: FromFile = {},
): Promise<RowOutcome[]> {
  return transact(ctx, async (tx) => {
    permit(tx, rights, 'client.import');
    const outcomes = await importInBatches(rows.map(readRow), (batch) => importBatch(tx, batch, importId));
    const change = countOutcomes(outcomes);
    if (change.created + change.updated > 0) {
      tx.audit({ verb: 'directory.import_clients', subject: tx.workspaceId, change });
      tx.emit({ type: 'client.imported', ...change });
    }
    return outcomes;
  });
}

async function importBatch(tx: Tx, rows: readonly ClientRow[], importId: ClientRecord['importId']) {
  const exact = await clientsByExternalId(
    tx,
    rows.flatMap((row) => row.externalId ?? []),
  );
  const found = [...exact, ...(await clientsByName(tx, namesToFind(rows, exact)))];
  const before = new Map(found.map((client) => [client.id as string, client.keeperPartnerId]));
  const partners = await findPartners(
    tx,
    rows.flatMap((row) => row.keeperPartnerExternalId ?? row.keeperPartnerName ?? []),
  );
  const known = knowThings<ClientRow, ClientRecord>(found, {
    make(row) {
      const keeper = keeperOf(row, partners);
      return keeper instanceof Refusal ? keeper : newClient(tx, row, { keeper, importId });
    },
    patch(client, row) {
      if (client.mergedIntoId !== null)
        return new Refusal('not_now', 'directory.client_merged', { client: client.name });
      const keeper = keeperOf(row, partners);
      if (keeper instanceof Refusal) return keeper;
      if (keeper !== null && client.keeperPartnerId !== null && keeper !== client.keeperPartnerId) {
        return new Refusal('conflict', 'directory.client_is_kept', {
          client: client.name,
          keeperPartnerId: client.keeperPartnerId,
        });
      }
      const { keeperSince: _since, ...told } = row;
      const changes = changesOf(client, told);
      const taken = keeper !== null && client.keeperPartnerId === null;
      if (!taken) return changes && { ...client, ...changes };
      return {
        ...client,
        ...changes,
        keeperPartnerId: keeper,
        keeperSince: row.keeperSince ?? null,
        keeperReason: FROM_LIST,
      };
    },
  });
  const outcomes = rows.map(known.take);
  const written = await insertClients(tx, known.made());
  await saveClients(tx, known.changed());
  const kept = [...known.made().filter((client) => written.has(client.id)), ...known.changed()];
  await insertKeeping(
    tx,
    kept
      .filter((client) => client.keeperPartnerId !== null && !before.get(client.id))
      .map((client) => ({
        clientId: client.id,
        partnerId: client.keeperPartnerId,
        since: client.keeperSince,
        reason: FROM_LIST,
      })),
  );
  return { outcomes, missed: (id: string) => known.isMade(id) && !written.has(id) };
}

function keeperOf(row: ClientRow, partners: FoundPartners): Id<'partner'> | null | Refusal {
  const { keeperPartnerExternalId: externalId, keeperPartnerName: name } = row;
  const found =
    externalId !== undefined
      ? partners.byExternal(externalId)
      : name === undefined
        ? null
        : partners.byName(name);
  return found === undefined
    ? new Refusal('not_found', 'directory.keeper_unknown', { keeper: externalId ?? name ?? '' })
    : found;
}

interface Brought {
  readonly keeper?: Id<'partner'> | null;
  readonly importId?: ClientRecord['importId'];
}

export function newClient(
  tx: Tx,
  row: ClientRow,
  { keeper = null, importId = null }: Brought = {},
): ClientRecord {
  return {
    id: tx.id('client'),
    name: row.name,
    externalId: row.externalId ?? null,
    email: row.email ?? null,
    phone: row.phone ?? null,
    taxNumber: row.taxNumber ?? null,
    person: null,
    site: null,
    country: row.country ?? null,
    segment: row.segment ?? null,
    keeperPartnerId: keeper,
    keeperSince: keeper === null ? null : (row.keeperSince ?? null),
    keeperReason: keeper === null ? null : FROM_LIST,
    importId,
    createdAt: tx.now(),
    firstPaidAt: null,
    resultConfirmedAt: null,
    resultEvidence: null,
    satisfied: null,
    consentAt: null,
    mergedIntoId: null,
  };
}
