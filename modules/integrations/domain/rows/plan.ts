import { Refusal } from '@mosty/kernel/refusal';
import type { Zone } from '@mosty/kernel/time';
import { FIELDS, type Field } from '../../contract/kinds.ts';
import type { DateOrder, Mapping, Mark } from '../../contract/mapping.ts';
import { localClock } from '../cells/date.ts';
import { cellText, isReadable } from '../cells/text.ts';
import { fault, shown, type FileRecord, type RowFault } from '../reading/record.ts';

/** A mapping made ready for a file: where each field stands and how it is read. */
export interface Plan {
  readonly mapping: Mapping;
  readonly columns: readonly string[];
  /** The company's currency, for rows that name none. */
  readonly currency: string;
  readonly toInstant: (wallMs: number) => number;
  readonly has: (field: string) => boolean;
  /** The cell of a field: constant, word, default and all. Empty where there is nothing. */
  readonly text: (record: FileRecord, field: string) => string;
  readonly mark: (field: string) => Mark;
  readonly dates: (field: string) => DateOrder;
  /** The column of a field as the file calls it, for words of an error. */
  readonly columnOf: (field: string) => string;
}

interface Slot {
  readonly index: number;
  readonly constant: string | undefined;
  readonly otherwise: string;
  readonly words: ReadonlyMap<string, string> | null;
}

/** What a mapping needs besides single fields: any field of each list will do. */
const ONE_OF: Partial<Record<Mapping['kind'], readonly (readonly string[])[]>> = {
  sales: [['amount', 'price']],
  refunds: [['amount', 'price']],
  partners: [['name', 'externalId']],
  clients: [['externalId', 'name']],
};

/**
 * @returns a refusal where the mapping does not fit the file: `integrations.column_missing`,
 *   `integrations.field_unmapped`, `integrations.quantity_needs_price`
 */
export function makePlan(
  mapping: Mapping,
  columns: readonly string[],
  company: { zone: Zone; currency: string },
): Plan | Refusal {
  const slots = new Map<string, Slot>();
  for (const field of FIELDS[mapping.kind]) {
    const slot = slotOf(mapping, columns, field);
    if (slot instanceof Refusal) return slot;
    if (slot) slots.set(field.name, slot);
  }
  const missing = unmapped(mapping, slots);
  if (missing) return missing;
  return {
    mapping,
    columns,
    currency: company.currency,
    toInstant: localClock(company.zone),
    has: (field) => slots.has(field),
    text: (record, field) => {
      const slot = slots.get(field);
      if (!slot) return '';
      if (slot.constant !== undefined) return slot.constant;
      const text = cellText(record.cells[slot.index]);
      if (text === '') return slot.otherwise;
      return slot.words?.get(text.toLowerCase()) ?? text;
    },
    mark: (field) => mapping.decimals[field] ?? '.',
    dates: (field) => mapping.dates[field] ?? 'iso',
    columnOf: (field) => mapping.columns[field] ?? field,
  };
}

function slotOf(mapping: Mapping, columns: readonly string[], field: Field): Slot | Refusal | null {
  const column = mapping.columns[field.name];
  const constant = mapping.constants[field.name];
  const otherwise = mapping.defaults[field.name] ?? '';
  const words = mapping.words[field.name];
  const lowered = words ? new Map(Object.entries(words).map(([from, to]) => [from.toLowerCase(), to])) : null;
  if (constant !== undefined) return { index: -1, constant, otherwise, words: null };
  if (column === undefined)
    return otherwise ? { index: -1, constant: otherwise, otherwise, words: null } : null;
  const index = columns.indexOf(column);
  if (index === -1)
    return new Refusal('invalid', 'integrations.column_missing', { field: field.name, column });
  return { index, constant: undefined, otherwise, words: lowered };
}

function unmapped(mapping: Mapping, slots: ReadonlyMap<string, Slot>): Refusal | null {
  const alternatives = ONE_OF[mapping.kind] ?? [];
  const required = FIELDS[mapping.kind].filter(
    (field) => field.required && !alternatives.some((list) => list.includes(field.name)),
  );
  for (const field of required) {
    if (!slots.has(field.name))
      return new Refusal('invalid', 'integrations.field_unmapped', { field: field.name });
  }
  for (const list of alternatives) {
    if (!list.some((name) => slots.has(name))) {
      return new Refusal('invalid', 'integrations.field_unmapped', { field: list[0] as string });
    }
  }
  if (slots.has('quantity') && !slots.has('price') && !slots.has('amount')) {
    return new Refusal('invalid', 'integrations.quantity_needs_price', {});
  }
  if (mapping.grouping && !slots.has('externalId')) {
    return new Refusal('invalid', 'integrations.grouping_needs_number', {});
  }
  return null;
}

/** The text of a field, or what is wrong with it. */
export function readText(plan: Plan, record: FileRecord, field: Field): string | RowFault {
  const text = plan.text(record, field.name);
  if (text === '') return text;
  const characters = field.charactersMax ?? 300;
  if (text.length > characters)
    return fault('text_too_long', { column: plan.columnOf(field.name), characters });
  if (!isReadable(text))
    return fault('unreadable_characters', { column: plan.columnOf(field.name), text: shown(text) });
  if (field.choices && !field.choices.includes(text)) {
    return fault('unknown_word', {
      column: plan.columnOf(field.name),
      text: shown(text),
      known: field.choices.join(', '),
    });
  }
  return text;
}

/** A record cut short or overlong is broken; empty cells beyond the last column are how some programs end a line. */
export function checkShape(plan: Plan, record: FileRecord): RowFault | null {
  if (record.fault) return record.fault;
  const { length } = record.cells;
  if (length === plan.columns.length) return null;
  if (
    length > plan.columns.length &&
    record.cells.slice(plan.columns.length).every((cell) => cell.trim() === '')
  )
    return null;
  return fault('wrong_number_of_cells', { expected: plan.columns.length, found: length });
}
