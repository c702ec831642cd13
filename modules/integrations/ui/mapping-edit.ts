import { FIELDS, type Field, type FieldType, type Mapping } from '../contract.ts';

/** Pure changes of a mapping, so that the form stays a form. */

export function fieldsOfColumn(mapping: Mapping, column: string): readonly Field[] {
  return FIELDS[mapping.kind].filter((field) => mapping.columns[field.name] === column);
}

/** A column becomes one field; whatever else it was, and whatever column had that field, is let go. */
export function withField(mapping: Mapping, column: string, name: string | null): Mapping {
  const columns = Object.fromEntries(Object.entries(mapping.columns).filter(([, held]) => held !== column));
  if (name !== null) columns[name] = column;
  const { [name ?? '']: _given, ...constants } = mapping.constants;
  return { ...mapping, columns, constants };
}

/** The same value for every row; an empty one takes it away. */
export function withConstant(mapping: Mapping, name: string, value: string): Mapping {
  const { [name]: _old, ...rest } = mapping.constants;
  return { ...mapping, constants: value === '' ? rest : { ...rest, [name]: value } };
}

/** The value where the cell is empty; an empty one takes it away. */
export function withDefault(mapping: Mapping, name: string, value: string): Mapping {
  const { [name]: _old, ...rest } = mapping.defaults;
  return { ...mapping, defaults: value === '' ? rest : { ...rest, [name]: value } };
}

/** What a word of the file means; an empty meaning takes it away. */
export function withWord(mapping: Mapping, name: string, word: string, meaning: string): Mapping {
  const rest = Object.fromEntries(
    Object.entries(mapping.words[name] ?? {}).filter(([from]) => from.toLowerCase() !== word.toLowerCase()),
  );
  return {
    ...mapping,
    words: { ...mapping.words, [name]: meaning === '' ? rest : { ...rest, [word]: meaning } },
  };
}

/** A rule begun and not finished says nothing. */
export function withoutBlanks(mapping: Mapping): Mapping {
  return {
    ...mapping,
    credits: mapping.credits.filter(
      (rule) =>
        'negativeTotal' in rule || ('startsWith' in rule ? rule.startsWith !== '' : rule.oneOf.length > 0),
    ),
  };
}

export function isMoment(type: FieldType): boolean {
  return type === 'time' || type === 'date';
}

export function isNumber(type: FieldType): boolean {
  return type === 'amount' || type === 'decimal';
}
