import { findPartners, importClients, type ClientRow, type RowOutcome } from '@mosty/directory';
import type { Tx } from '@mosty/kernel/context';
import type { ImportFile } from '../store/files.ts';
import { verdictOf, type ImportRow, type RowVerdict } from '../store/rows.ts';
import type { Taken } from './take-rows.ts';

/** Clients with who brought them: the partner is named by its external id or by its name, whichever is known. */
export async function takeClients(tx: Tx, file: ImportFile, rows: readonly ImportRow[]): Promise<Taken> {
  const named = rows.flatMap((row) => row.partner ?? []);
  const partners = await findPartners(tx, named);
  const outcomes = await importClients(
    tx,
    rows.map(({ body, partner }): ClientRow => {
      const { partnerSince, name = '', ...told } = body ?? {};
      return {
        ...told,
        name,
        ...(partner !== null &&
          (partners.byExternal(partner)
            ? { keeperPartnerExternalId: partner }
            : { keeperPartnerName: partner })),
        ...(partnerSince !== undefined && { keeperSince: new Date(partnerSince) }),
      };
    }),
    { importId: file.id },
  );
  return directoryTaken(rows, outcomes);
}

export function directoryTaken(rows: readonly ImportRow[], outcomes: readonly RowOutcome[]): Taken {
  const result = { created: 0, updated: 0, known: 0, refused: 0 };
  const verdicts = rows.map((row, index): RowVerdict => {
    const outcome = outcomes[index] as RowOutcome;
    switch (outcome.outcome) {
      case 'created':
        result.created += 1;
        return verdictOf(row, 'new', { made: outcome.id });
      case 'updated':
        result.updated += 1;
        return verdictOf(row, 'changed');
      case 'unchanged':
        result.known += 1;
        return verdictOf(row, 'known');
      case 'refused':
        result.refused += 1;
        return verdictOf(row, 'refused', { error: outcome });
    }
  });
  return { result, verdicts };
}
