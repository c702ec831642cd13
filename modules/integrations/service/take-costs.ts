import { recordCosts, type NewCost } from '@mosty/deals';
import { findPartnersByReference } from '@mosty/directory';
import type { Tx } from '@mosty/kernel/context';
import type { ImportFile } from '../store/files.ts';
import type { ImportRow, RowVerdict } from '../store/rows.ts';
import type { Taken } from './take-rows.ts';

/** What the channel cost. A row without class or kind is of the outside network, and «other». */
export async function takeCosts(tx: Tx, file: ImportFile, rows: readonly ImportRow[]): Promise<Taken> {
  const partners = await findPartnersByReference(
    tx,
    rows.flatMap((row) => row.body?.['partner'] ?? []),
  );
  const strangers: RowVerdict[] = [];
  const costs: NewCost[] = [];
  const lines = new Map<string, number>();
  for (const row of rows) {
    const body = row.body ?? {};
    const { partner } = body;
    if (partner !== undefined && !partners.has(partner)) {
      strangers.push({
        line: row.line,
        state: 'refused',
        errorCode: 'integrations.partner_unknown',
        errorParams: { name: partner },
        made: null,
      });
      continue;
    }
    const externalId = row.key ?? '';
    lines.set(externalId, row.line);
    costs.push({
      externalId,
      partnerId: partner === undefined ? undefined : partners.get(partner),
      class: (body['class'] ?? 'partner_sales') as NewCost['class'],
      kind: (body['kind'] ?? 'other') as NewCost['kind'],
      occurredOn: body['occurredOn'] ?? '',
      currency: body['currency'] ?? tx.currency,
      amountMinor: BigInt(body['amountMinor'] ?? '0'),
      hours: body['hours'],
      note: body['note'],
    });
  }
  const done = await recordCosts(tx, { source: file.mapping.source, importId: file.id, costs });
  const known = done.known.map(
    (externalId): RowVerdict => ({
      line: lines.get(externalId) ?? 0,
      state: 'known',
      errorCode: null,
      errorParams: null,
      made: null,
    }),
  );
  return {
    result: { created: done.recorded.length, known: known.length, refused: strangers.length },
    verdicts: [...strangers, ...known],
  };
}
