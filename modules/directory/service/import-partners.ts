import { permit } from '@mosty/identity';
import type { Context, Tx } from '@mosty/kernel/context';
import { transact } from '@mosty/kernel/db';
import { Refusal } from '@mosty/kernel/refusal';
import {
  changesOf,
  countOutcomes,
  readRow,
  type FromFile,
  type PartnerRow,
  type RowOutcome,
} from '../domain/import-row.ts';
import { knowThings, namesToFind } from '../domain/known.ts';
import { rights } from '../policy.ts';
import {
  insertPartners,
  partnersByExternal,
  partnersByName,
  savePartners,
  type PartnerRecord,
} from '../store/partners.ts';
import { importInBatches } from './import-in-batches.ts';

/** Of one event: a file may bring a hundred thousand. */
const IDS_MAX = 1_000;

/**
 * Writes partners down as a list, each once: known ones are recognised by external id, or by name where the row has
 * none, and take the fields that the row fills. Set-based; the answer has one outcome per row, in their order.
 * A row that repeats an earlier one of the same list updates it.
 */
export function importPartners(
  ctx: Context,
  rows: readonly PartnerRow[],
  { importId = null }: FromFile = {},
): Promise<RowOutcome[]> {
  return transact(ctx, async (tx) => {
    permit(tx, rights, 'partner.import');
    const outcomes = await importInBatches(rows.map(readRow), (batch) => importBatch(tx, batch, importId));
    const change = countOutcomes(outcomes);
    if (change.created + change.updated > 0) {
      tx.audit({ verb: 'directory.import_partners', subject: tx.workspaceId, change });
      const ids = outcomes.flatMap((one) =>
        one.outcome === 'created' || one.outcome === 'updated' ? [one.id] : [],
      );
      for (let at = 0; at < ids.length; at += IDS_MAX)
        tx.emit({ type: 'partner.imported', partnerIds: ids.slice(at, at + IDS_MAX) });
    }
    return outcomes;
  });
}

async function importBatch(tx: Tx, rows: readonly PartnerRow[], importId: PartnerRecord['importId']) {
  const exact = await partnersByExternal(
    tx,
    rows.flatMap((row) => row.externalId ?? []),
  );
  const found = [...exact, ...(await partnersByName(tx, namesToFind(rows, exact)))];
  const known = knowThings<PartnerRow, PartnerRecord>(found, {
    make: (row) => newPartner(tx, row, importId),
    patch(partner, row) {
      if (partner.archivedAt !== null)
        return new Refusal('not_now', 'directory.partner_archived', { name: partner.name });
      const changes = changesOf(partner, { ...row });
      return changes && { ...partner, ...changes };
    },
  });
  const outcomes = rows.map(known.take);
  const written = await insertPartners(tx, known.made());
  await savePartners(tx, known.changed());
  return { outcomes, missed: (id: string) => known.isMade(id) && !written.has(id) };
}

function newPartner(tx: Tx, row: PartnerRow, importId: PartnerRecord['importId']): PartnerRecord {
  return {
    id: tx.id('partner'),
    name: row.name,
    externalId: row.externalId ?? null,
    purpose: row.purpose ?? null,
    track: 'scaled',
    ownerMemberId: null,
    introducedByPartnerId: null,
    email: row.email ?? null,
    phone: row.phone ?? null,
    taxNumber: row.taxNumber ?? null,
    country: row.country ?? null,
    site: row.site ?? null,
    city: row.city ?? null,
    note: null,
    importId,
    createdAt: tx.now(),
    archivedAt: null,
  };
}
