import type { Tx } from '@mosty/kernel/context';
import type { ApplyResult } from '../contract/result.ts';
import type { ImportFile } from '../store/files.ts';
import type { ImportRow, RowVerdict } from '../store/rows.ts';
import { takeClients } from './take-clients.ts';
import { takeCosts } from './take-costs.ts';
import { takePartners } from './take-partners.ts';
import { takeSales } from './take-sales.ts';

/** What became of a batch of rows: the sum, and the rows that were not simply created. */
export interface Taken {
  readonly result: Partial<ApplyResult>;
  readonly verdicts: readonly RowVerdict[];
}

/** Hands rows to the modules they belong to, in the caller's transaction. */
export function takeRows(tx: Tx, file: ImportFile, rows: readonly ImportRow[]): Promise<Taken> {
  switch (file.kind) {
    case 'partners':
      return takePartners(tx, file, rows);
    case 'clients':
      return takeClients(tx, file, rows);
    case 'sales':
    case 'refunds':
      return takeSales(tx, file, rows);
    case 'costs':
      return takeCosts(tx, file, rows);
  }
}
