import { Button, Select, TextInput } from '@mantine/core';
import { useWords } from '@mosty/ui-kit';
import { useState } from 'react';
import { FIELDS, fieldOf, type Field, type Mapping } from '../contract.ts';
import classes from './integrations.module.css';
import { withDefault } from './mapping-edit.ts';

interface Props {
  readonly mapping: Mapping;
  readonly onChange: (mapping: Mapping) => void;
}

/** What stands where a cell is empty. A field appears here when a person asks for it. */
export function MappingDefaults({ mapping, onChange }: Props) {
  const t = useWords('integrations');
  const [asked, setAsked] = useState<readonly string[]>([]);
  const names = [...new Set([...Object.keys(mapping.defaults), ...asked])];
  const shown = names.flatMap((name) => fieldOf(mapping.kind, name) ?? []);
  // A number names one row: no value could stand in for it.
  const free = FIELDS[mapping.kind].filter(
    ({ name }) => mapping.columns[name] !== undefined && name !== 'externalId' && !names.includes(name),
  );
  if (shown.length === 0 && free.length === 0) return null;
  const letGo = (name: string): void => {
    setAsked(asked.filter((other) => other !== name));
    onChange(withDefault(mapping, name, ''));
  };
  return (
    <fieldset className={classes.words}>
      <legend className={classes.column}>{t('defaults.title')}</legend>
      <p className={classes.soft}>{t('defaults.note')}</p>
      {shown.map((field) => (
        <div key={field.name} className={classes.row}>
          <Value
            field={field}
            value={mapping.defaults[field.name] ?? ''}
            onChange={(value) => {
              setAsked([...new Set([...asked, field.name])]);
              onChange(withDefault(mapping, field.name, value));
            }}
          />
          <Button variant="subtle" onClick={() => letGo(field.name)}>
            {t('defaults.remove')}
          </Button>
        </div>
      ))}
      {free.length > 0 ? (
        <Select
          aria-label={t('defaults.add')}
          placeholder={t('defaults.add')}
          data={free.map(({ name }) => ({ value: name, label: t(`field.${name}`) }))}
          value={null}
          w={260}
          searchable
          onChange={(name) => name && setAsked([...asked, name])}
        />
      ) : null}
    </fieldset>
  );
}

interface ValueProps {
  readonly field: Field;
  readonly value: string;
  readonly onChange: (value: string) => void;
}

function Value({ field, value, onChange }: ValueProps) {
  const t = useWords('integrations');
  const label = t('defaults.of', { field: t(`field.${field.name}`) });
  if (field.choices)
    return (
      <Select
        label={label}
        data={field.choices.map((choice) => ({
          value: choice,
          label: t(`choice.${field.name}.${choice}`),
        }))}
        value={value || null}
        clearable
        onChange={(chosen) => onChange(chosen ?? '')}
      />
    );
  return (
    <TextInput
      label={label}
      value={value}
      maxLength={field.type === 'currency' ? 3 : 500}
      onChange={(event) => {
        const text = event.currentTarget.value;
        onChange(field.type === 'currency' ? text.toUpperCase() : text);
      }}
    />
  );
}
