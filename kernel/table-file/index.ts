export { amountOf, plainAmount, type AmountCell, type Cell } from './cell.ts';
export { everyRow } from './every-row.ts';
export { escapeFormula, startsFormula } from './formula.ts';
export { writeTable, type TableColumn, type TableFile } from './write-table.ts';
