import { DELIMITERS, type Delimiter } from '../../contract/mapping.ts';
import { csvSplitter } from './csv.ts';

/** The mark that cuts the beginning of a file into the most even table of more than one column. */
export function detectDelimiter(sample: string): Delimiter {
  let best: Delimiter = ',';
  let bestScore = 0;
  for (const delimiter of DELIMITERS) {
    const score = evenness(sample, delimiter);
    if (score > bestScore) {
      best = delimiter;
      bestScore = score;
    }
  }
  return best;
}

/** Share of records that have the commonest number of cells, times that number; 0 for a single column. */
function evenness(sample: string, delimiter: Delimiter): number {
  const counts = new Map<number, number>();
  let records = 0;
  const splitter = csvSplitter(delimiter, (record) => {
    if (record.fault) return;
    records += 1;
    counts.set(record.cells.length, (counts.get(record.cells.length) ?? 0) + 1);
  });
  splitter.push(sample);
  splitter.end();
  let best = 0;
  for (const [cells, times] of counts) {
    // A comma inside amounts cuts cells too, but not evenly; the logarithm keeps a wide ragged table from winning.
    if (cells > 1) best = Math.max(best, (times / records) ** 2 * Math.log2(1 + cells));
  }
  return best;
}
