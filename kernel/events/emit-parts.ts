import type { EventNote, Tx } from '../context/index.ts';

/** So many things one event tells of at most: whoever is told of it outside reads one body. */
const PART = 1_000;

/** An event for each thousand of what happened at once: an import's batch, a night's approvals. */
export function emitParts<Row>(
  tx: Pick<Tx, 'emit'>,
  rows: readonly Row[],
  eventOf: (part: readonly Row[]) => EventNote,
): void {
  for (let from = 0; from < rows.length; from += PART) tx.emit(eventOf(rows.slice(from, from + PART)));
}
