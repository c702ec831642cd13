export {
  amountOf,
  dayCell,
  monthName,
  plainAmount,
  said,
  saidList,
  type AmountCell,
  type Cell,
  type Said,
} from './cell.ts';
export { everyRow } from './every-row.ts';
export { escapeFormula, startsFormula } from './formula.ts';
export { writeSections, type Section } from './write-sections.ts';
export { writeTable, type TableColumn, type TableFile, type Wish } from './write-table.ts';
