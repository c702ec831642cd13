import type { FileRecord } from '../reading/record.ts';
import { checkCosts } from './check-cost.ts';
import { checkDirectory } from './check-directory.ts';
import { checkSales } from './check-sale.ts';
import type { Plan } from './plan.ts';
import type { CheckedRow } from './row.ts';

/** The check of one row, by the kind of the file. */
export function rowCheck(plan: Plan): (record: FileRecord) => CheckedRow {
  switch (plan.mapping.kind) {
    case 'partners':
    case 'clients':
      return checkDirectory(plan);
    case 'sales':
    case 'refunds':
      return checkSales(plan);
    case 'costs':
      return checkCosts(plan);
  }
}
