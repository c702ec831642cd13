import { paths } from '@mosty/ui-kit';

interface Source {
  readonly sourceKind: string;
  readonly sourceId: string;
}

/** The page of what a movement is of; null where it has none of its own. A hold's key carries its accrual. */
export function sourcePath({ sourceKind, sourceId }: Source): string | null {
  if (sourceKind === 'accrual') return paths.accrual({ accrualId: sourceId });
  if (sourceKind === 'hold') return paths.accrual({ accrualId: sourceId.slice(sourceId.indexOf(':') + 1) });
  if (sourceKind === 'payout') return paths.payout({ payoutId: sourceId });
  return null;
}
