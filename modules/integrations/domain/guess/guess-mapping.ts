import { FIELDS, IMPORT_KINDS, type Field, type ImportKind } from '../../contract/kinds.ts';
import { mappingSchema, type CreditRule, type FileFormat, type Mapping } from '../../contract/mapping.ts';
import { detectMark } from '../cells/amount.ts';
import { detectDateOrder } from '../cells/date.ts';
import { cellText } from '../cells/text.ts';
import type { FileRecord } from '../reading/record.ts';
import { findProgram, type Program } from './programs.ts';
import { normalise, SYNONYMS } from './synonyms.ts';
import { guessWords } from './words.ts';

export interface Guess {
  readonly mapping: Mapping;
  /** The program whose export it seems to be, by its own name. */
  readonly program: string | null;
}

/** Columns of the beginning of a file, enough to guess by. */
export interface Sample {
  readonly columns: readonly string[];
  readonly records: readonly FileRecord[];
  readonly format: FileFormat;
  readonly filename: string;
}

/** Proposes how to read a file. A person sees and corrects it; nothing is taken on its word. */
export function guessMapping(sample: Sample, told?: ImportKind): Guess {
  const program = findProgram(sample.columns, told);
  const kind = told ?? program?.kind ?? guessKind(sample);
  const columns = guessColumns(sample, kind, program?.kind === kind ? program : null);
  const values = (field: string): string[] => {
    const index = sample.columns.indexOf(columns[field] ?? '');
    return index === -1
      ? []
      : sample.records.map((record) => cellText(record.cells[index])).filter((text) => text !== '');
  };
  const fields = FIELDS[kind].filter((field) => columns[field.name] !== undefined);
  // A semicolon between cells is there because the comma is the decimal mark.
  const otherwise = sample.format.delimiter === ';' ? ',' : '.';
  const numeric = fields.filter((field) => field.type === 'amount' || field.type === 'decimal');
  const moments = fields.filter((field) => field.type === 'time' || field.type === 'date');
  const grouped = kind === 'sales' || kind === 'refunds' ? areLines(sample, columns['externalId']) : false;
  const mapping = mappingSchema.parse({
    kind,
    columns,
    source: program?.source ?? 'file',
    decimals: Object.fromEntries(
      numeric.map((field) => [field.name, detectMark(values(field.name), otherwise)]),
    ),
    dates: Object.fromEntries(moments.map((field) => [field.name, detectDateOrder(values(field.name))])),
    words: guessWords(fields, values),
    file: sample.format,
    grouping: grouped || columns['quantity'] !== undefined ? { badLine: 'hold' } : null,
    credits: kind === 'sales' ? guessCredits(values) : [],
  });
  return { mapping, program: program?.name ?? null };
}

const KIND_HINTS: readonly (readonly [ImportKind, RegExp])[] = [
  ['refunds', /refund|return|credit.?note|возврат/i],
  ['costs', /cost|expense|spend|расход|затрат/i],
  ['partners', /partner|affiliate|promoter|партн[её]р/i],
  ['clients', /client|customer|клиент|покупател/i],
  ['sales', /sale|order|invoice|payment|deal|transaction|продаж|оплат|заказ|сделк|плат[её]ж/i],
];

/** The kind whose fields the columns cover best; the file's name settles a tie. */
function guessKind(sample: Sample): ImportKind {
  const hinted = KIND_HINTS.find(([, hint]) => hint.test(sample.filename))?.[0];
  const scored = IMPORT_KINDS.map((kind) => {
    const found = Object.keys(guessColumns(sample, kind, null));
    const has = (name: string): boolean => found.includes(name);
    let score = found.length;
    const time = has('occurredAt') || has('occurredOn');
    const sum = has('amount') || has('price');
    if (kind === 'sales') score += time && sum ? 4 : -4;
    if (kind === 'refunds')
      score += time && sum && has('saleExternalId') && (has('reason') || hinted === 'refunds') ? 4 : -4;
    if (kind === 'costs') {
      const looksSo = has('hours') || has('kind') || hinted === 'costs';
      score +=
        time && sum && looksSo && !has('clientExternalId') ? (has('hours') || has('class') ? 5 : 2) : -4;
    }
    if (kind === 'clients') score += has('partner') || has('segment') ? 2 : 0;
    if (kind === 'partners')
      score += has('scheme') || has('agreementDate') || has('kind') || has('class') ? 2 : 0;
    if (kind === hinted) score += 3;
    return { kind, score };
  });
  return scored.reduce((best, next) => (next.score > best.score ? next : best)).kind;
}

function guessColumns(sample: Sample, kind: ImportKind, program: Program | null): Record<string, string> {
  const byName = new Map<string, string>();
  for (const column of sample.columns)
    if (!byName.has(normalise(column))) byName.set(normalise(column), column);
  const taken = new Set<string>();
  const found: Record<string, string> = {};
  const take = (field: Field, names: readonly string[]): void => {
    if (found[field.name] !== undefined) return;
    const name = names.map(normalise).find((one) => byName.has(one) && !taken.has(one));
    if (name === undefined) return;
    found[field.name] = byName.get(name) as string;
    taken.add(name);
  };
  for (const field of FIELDS[kind]) take(field, program?.columns[field.name] ?? []);
  // Names that mean one field go before names that could mean several: «сумма» before «стоимость».
  const longest = Math.max(...Object.values(SYNONYMS[kind]).map((names) => names.length));
  for (let rank = 0; rank < longest; rank += 1) {
    for (const field of FIELDS[kind]) {
      const name = SYNONYMS[kind][field.name]?.[rank];
      if (name !== undefined) take(field, [name]);
    }
  }
  if (found['amount'] !== undefined && found['price'] !== undefined) {
    if (found['quantity'] === undefined) delete found['price'];
    else delete found['amount'];
  } else if (found['quantity'] !== undefined && found['price'] === undefined) delete found['quantity'];
  return found;
}

/** Rows with one number are lines of an invoice where they tell different things; told alike they are one row twice. */
function areLines(sample: Sample, column: string | undefined): boolean {
  const index = sample.columns.indexOf(column ?? '');
  const told = new Map<string, string>();
  return sample.records.some(({ cells }) => {
    const number = cellText(cells[index]);
    const row = JSON.stringify(cells);
    const before = told.get(number);
    told.set(number, row);
    return number !== '' && before !== undefined && before !== row;
  });
}

/** «C489449» among «489434» is how many programs number credit notes. */
function guessCredits(values: (field: string) => string[]): CreditRule[] {
  const rules: CreditRule[] = [];
  const numbers = values('externalId');
  if (numbers.some((number) => /^C\d+$/.test(number)) && numbers.some((number) => /^\d+$/.test(number))) {
    rules.push({ field: 'externalId', startsWith: 'C' });
  }
  const returning = [
    ...new Set(values('type').filter((word) => /refund|return|credit|возврат|сторно/i.test(word))),
  ];
  if (returning.length > 0) rules.push({ field: 'type', oneOf: returning.slice(0, 50) });
  rules.push({ negativeTotal: true });
  return rules;
}
