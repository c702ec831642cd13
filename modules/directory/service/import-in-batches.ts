import { Refusal } from '@mosty/kernel/refusal';
import { refusedRow, type RowOutcome } from '../domain/import-row.ts';

const BATCH = 5_000;
const ROUNDS = 5;

interface BatchDone {
  readonly outcomes: readonly RowOutcome[];
  /** Meant to be made, and not written: another transaction wrote the same external id first. */
  readonly missed: (id: string) => boolean;
}

/**
 * Decides the rows batch by batch and puts the outcomes back in the order of the rows. Rows that lost a race are
 * decided again: by then the winner is visible.
 */
export async function importInBatches<Row extends object>(
  rows: readonly (Row | Refusal)[],
  importBatch: (batch: readonly Row[]) => Promise<BatchDone>,
): Promise<RowOutcome[]> {
  const busy = new Refusal('conflict', 'directory.busy');
  const outcomes: RowOutcome[] = rows.map((row) => refusedRow(row instanceof Refusal ? row : busy));
  const places = rows.flatMap((row, place) => (row instanceof Refusal ? [] : [{ row, place }]));
  for (let from = 0; from < places.length; from += BATCH) {
    let left = places.slice(from, from + BATCH);
    for (let round = 0; round < ROUNDS && left.length > 0; round += 1) {
      const done = await importBatch(left.map(({ row }) => row));
      left = left.filter(({ place }, index) => {
        const outcome = done.outcomes[index];
        if (!outcome) return false;
        if (outcome.outcome !== 'refused' && done.missed(outcome.id)) return true;
        outcomes[place] = outcome;
        return false;
      });
    }
  }
  return outcomes;
}
