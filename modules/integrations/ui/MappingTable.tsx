import { Select } from '@mantine/core';
import { DataTable, useWords, type Column } from '@mosty/ui-kit';
import { DATE_ORDERS, FIELDS, MARKS, type Field, type Mapping } from '../contract.ts';
import type { Import } from './ImportScreen.tsx';
import classes from './integrations.module.css';
import { fieldsOfColumn, isMoment, isNumber, withField } from './mapping-edit.ts';

interface Props {
  readonly file: Import;
  readonly columns: readonly string[];
  readonly mapping: Mapping;
  readonly onChange: (mapping: Mapping) => void;
}

interface Line {
  readonly column: string;
  readonly samples: readonly string[];
}

const SAMPLES = 3;

/** A line for each column of the file: what stands in it, what it means to us, how its numbers and days are read. */
export function MappingTable({ file, columns, mapping, onChange }: Props) {
  const t = useWords('integrations');
  const lines = columns.map((column): Line => ({ column, samples: samplesOf(file, column) }));
  const options = FIELDS[mapping.kind].map((field) => ({
    value: field.name,
    label: field.required ? `${t(`field.${field.name}`)} *` : t(`field.${field.name}`),
  }));
  const table: readonly Column<Line>[] = [
    {
      id: 'column',
      title: t('mapping.column'),
      cell: ({ column }) => <span className={classes.column}>{column}</span>,
    },
    {
      id: 'samples',
      title: t('mapping.samples'),
      cell: ({ samples }) => (
        <span className={classes.samples} title={samples.join(' · ')}>
          {samples.join(' · ') || '–'}
        </span>
      ),
      narrow: 'bare',
    },
    {
      id: 'field',
      title: t('mapping.field'),
      cell: ({ column }) => {
        const [first, ...others] = fieldsOfColumn(mapping, column);
        return (
          <Select
            aria-label={t('mapping.fieldOf', { column })}
            placeholder={t('mapping.leftOut')}
            data={options}
            value={first?.name ?? null}
            onChange={(value) => onChange(withField(mapping, column, value))}
            description={
              others.length > 0
                ? t('mapping.also', { fields: others.map((field) => t(`field.${field.name}`)).join(', ') })
                : undefined
            }
            inputWrapperOrder={['label', 'input', 'description', 'error']}
            clearable
            searchable
          />
        );
      },
      narrow: 'bare',
    },
    {
      id: 'format',
      title: t('mapping.format'),
      cell: ({ column }) => {
        const [field] = fieldsOfColumn(mapping, column);
        return field ? <Format field={field} mapping={mapping} onChange={onChange} /> : null;
      },
      narrow: 'bare',
    },
  ];
  return (
    <DataTable label={t('mapping.title')} columns={table} rows={lines} rowKey={({ column }) => column} />
  );
}

function Format({ field, mapping, onChange }: { field: Field } & Pick<Props, 'mapping' | 'onChange'>) {
  const t = useWords('integrations');
  const label = t('mapping.formatOf', { field: t(`field.${field.name}`) });
  if (isMoment(field.type)) {
    return (
      <Select
        aria-label={label}
        data={DATE_ORDERS.map((value) => ({ value, label: t(`dates.${value}`) }))}
        value={mapping.dates[field.name] ?? 'iso'}
        allowDeselect={false}
        onChange={(value) => {
          const order = DATE_ORDERS.find((known) => known === value);
          if (order) onChange({ ...mapping, dates: { ...mapping.dates, [field.name]: order } });
        }}
      />
    );
  }
  if (isNumber(field.type)) {
    return (
      <Select
        aria-label={label}
        data={MARKS.map((value) => ({
          value,
          label: t(value === ',' ? 'marks.comma' : 'marks.point'),
        }))}
        value={mapping.decimals[field.name] ?? '.'}
        allowDeselect={false}
        onChange={(value) => {
          const mark = MARKS.find((known) => known === value);
          if (mark) onChange({ ...mapping, decimals: { ...mapping.decimals, [field.name]: mark } });
        }}
      />
    );
  }
  return null;
}

function samplesOf(file: Import, column: string): string[] {
  const index = file.columns.indexOf(column);
  if (index === -1) return [];
  const texts = file.sample.rows
    .map(({ cells }) => (cells[index] ?? '').trim())
    .filter((text) => text !== '');
  return [...new Set(texts)].slice(0, SAMPLES);
}
