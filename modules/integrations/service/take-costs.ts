import { recordCosts, type NewCost } from '@mosty/deals';
import { findPartnersByReference } from '@mosty/directory';
import type { Tx } from '@mosty/kernel/context';
import type { ImportFile } from '../store/files.ts';
import { verdictOf, type ImportRow, type RowVerdict } from '../store/rows.ts';
import type { Taken } from './take-rows.ts';

/** What the channel cost. A row without class or kind is of the outside network, and «other». */
export async function takeCosts(tx: Tx, file: ImportFile, rows: readonly ImportRow[]): Promise<Taken> {
  const partners = await findPartnersByReference(
    tx,
    rows.flatMap((row) => row.partner ?? []),
  );
  const strangers: RowVerdict[] = [];
  const costs: NewCost[] = [];
  const told = new Map<string, ImportRow>();
  for (const row of rows) {
    const body = row.body ?? {};
    const { partner } = row;
    if (partner !== null && !partners.has(partner)) {
      strangers.push(
        verdictOf(row, 'refused', {
          error: { code: 'integrations.partner_unknown', params: { name: partner } },
        }),
      );
      continue;
    }
    const externalId = row.key ?? '';
    told.set(externalId, row);
    costs.push({
      externalId,
      partnerId: partner === null ? undefined : partners.get(partner),
      class: (body['class'] ?? 'partner_sales') as NewCost['class'],
      kind: (body['kind'] ?? 'other') as NewCost['kind'],
      occurredOn: body['occurredOn'] ?? '',
      currency: row.currency ?? tx.currency,
      amountMinor: BigInt(body['amountMinor'] ?? '0'),
      hours: body['hours'],
      note: body['note'],
    });
  }
  const done = await recordCosts(tx, { source: file.mapping.source, importId: file.id, costs });
  const known = done.known.flatMap((externalId) => {
    const row = told.get(externalId);
    return row ? [verdictOf(row, 'known')] : [];
  });
  return {
    result: { created: done.recorded.length, known: known.length, refused: strangers.length },
    verdicts: [...strangers, ...known],
  };
}
