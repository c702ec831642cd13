import { Select } from '@mantine/core';
import { useWords } from '@mosty/ui-kit';
import { FIELDS, type Field, type Mapping } from '../contract.ts';
import type { Import } from './ImportScreen.tsx';
import classes from './integrations.module.css';
import { withWord } from './mapping-edit.ts';

interface Props {
  readonly file: Import;
  readonly mapping: Mapping;
  readonly onChange: (mapping: Mapping) => void;
}

/** Words of the first rows that stand where we expect a choice: «Блогер» is a creator. */
export function MappingWords({ file, mapping, onChange }: Props) {
  const t = useWords('integrations');
  const unclear = FIELDS[mapping.kind].flatMap((field) =>
    field.choices ? wordsOf(file, mapping, field).map((word) => ({ field, word })) : [],
  );
  if (unclear.length === 0) return null;
  return (
    <fieldset className={classes.words}>
      <legend className={classes.column}>{t('words.title')}</legend>
      <p className={classes.soft}>{t('words.note')}</p>
      <div className={classes.rules}>
        {unclear.map(({ field, word }) => (
          <Select
            key={`${field.name} ${word}`}
            label={t('words.of', { word, field: t(`field.${field.name}`) })}
            placeholder={t('words.asIs')}
            data={(field.choices ?? []).map((value) => ({
              value,
              label: t(`choice.${field.name}.${value}`),
            }))}
            value={meaningOf(mapping, field, word)}
            clearable
            onChange={(value) => onChange(withWord(mapping, field.name, word, value ?? ''))}
          />
        ))}
      </div>
    </fieldset>
  );
}

/** The file's own words for a field, as far as its first rows show them. */
function wordsOf(file: Import, mapping: Mapping, field: Field): string[] {
  const index = file.columns.indexOf(mapping.columns[field.name] ?? '');
  if (index === -1) return [];
  const texts = file.sample.rows.map(({ cells }) => (cells[index] ?? '').trim());
  return [...new Set(texts)].filter((text) => text !== '' && !field.choices?.includes(text));
}

function meaningOf(mapping: Mapping, field: Field, word: string): string | null {
  const known = Object.entries(mapping.words[field.name] ?? {});
  return known.find(([from]) => from.toLowerCase() === word.toLowerCase())?.[1] ?? null;
}
