import { CloseButton, Select, TextInput } from '@mantine/core';
import { useDebouncedCallback } from '@mantine/hooks';
import { IconSearch } from '@tabler/icons-react';
import { lazy, Suspense, useState, type ReactNode } from 'react';
import { useWords } from '../language.ts';
import { useImportMark, usePartnerPicker } from '../pickers.ts';
import { MonthSelect } from './MonthSelect.tsx';
import classes from './FilterBar.module.css';

/** A calendar is heavy, and few lists ask for a day. */
const DayInput = lazy(async () => ({ default: (await import('./DayInput.tsx')).DayInput }));

export type FilterField<F extends string> =
  | { readonly key: F; readonly kind: 'search'; readonly label: string }
  | { readonly key: F; readonly kind: 'month'; readonly label: string; readonly any?: boolean }
  | {
      readonly key: F;
      readonly kind: 'choice';
      readonly label: string;
      readonly options: readonly { readonly value: string; readonly label: string }[];
      /** Too many to be looked through. */
      readonly searchable?: boolean;
    }
  | { readonly key: F; readonly kind: 'day'; readonly label: string }
  | { readonly key: F; readonly kind: 'partner'; readonly label: string }
  /** Comes with a link only: says which file, and is lifted. */
  | { readonly key: F; readonly kind: 'import' };

interface Props<F extends string> {
  readonly fields: readonly FilterField<F>[];
  /** Both from `useFilters(paths.…)`. */
  readonly values: Readonly<Record<F, string>>;
  readonly onChange: (change: Partial<Record<F, string>>) => void;
  /** Right of the filters: how many, download. */
  readonly aside?: ReactNode;
}

function SearchField({
  label,
  value,
  onChange,
}: {
  label: string;
  value: string;
  onChange: (value: string) => void;
}) {
  const t = useWords('kit');
  const [text, setText] = useState(value);
  const tell = useDebouncedCallback(onChange, 250);
  // The address may change under us (back, a saved view): then it wins over what was typed.
  const [known, setKnown] = useState(value);
  if (known !== value) {
    setKnown(value);
    setText(value);
  }
  const write = (next: string): void => {
    setText(next);
    tell(next);
  };
  return (
    <TextInput
      className={classes.search}
      type="search"
      aria-label={label}
      placeholder={label}
      value={text}
      leftSection={<IconSearch size={16} stroke={1.6} />}
      rightSection={text ? <CloseButton size="sm" aria-label={t('clear')} onClick={() => write('')} /> : null}
      onChange={(event) => write(event.currentTarget.value)}
    />
  );
}

/** Filters in one line above a list. They live in the address: a link to the page is a link to this very list. */
export function FilterBar<F extends string>({ fields, values, onChange, aside }: Props<F>) {
  const PartnerPicker = usePartnerPicker();
  const ImportMark = useImportMark();
  const set = (key: F, value: string): void => onChange({ [key]: value } as Partial<Record<F, string>>);
  return (
    <div className={classes.bar} role="search">
      {fields.map((field) => {
        if (field.kind === 'search') {
          return (
            <SearchField
              key={field.key}
              label={field.label}
              value={values[field.key]}
              onChange={(value) => set(field.key, value)}
            />
          );
        }
        if (field.kind === 'month') {
          return (
            <MonthSelect
              key={field.key}
              label={field.label}
              value={values[field.key]}
              any={field.any ?? true}
              onChange={(value) => set(field.key, value)}
            />
          );
        }
        if (field.kind === 'import') {
          const importId = values[field.key];
          return ImportMark && importId ? (
            <Suspense key={field.key} fallback={null}>
              <ImportMark importId={importId} onLift={() => set(field.key, '')} />
            </Suspense>
          ) : null;
        }
        if (field.kind === 'day') {
          return (
            <div key={field.key} className={classes.choice}>
              <Suspense fallback={<TextInput aria-label={field.label} placeholder={field.label} disabled />}>
                <DayInput
                  aria-label={field.label}
                  placeholder={field.label}
                  value={values[field.key]}
                  onChange={(day) => set(field.key, day)}
                />
              </Suspense>
            </div>
          );
        }
        if (field.kind === 'partner') {
          return PartnerPicker ? (
            <div key={field.key} className={classes.choice}>
              <Suspense fallback={<TextInput aria-label={field.label} placeholder={field.label} disabled />}>
                <PartnerPicker
                  label={field.label}
                  value={values[field.key]}
                  onChange={(value) => set(field.key, value)}
                />
              </Suspense>
            </div>
          ) : null;
        }
        return (
          <Select
            key={field.key}
            className={classes.choice}
            aria-label={field.label}
            placeholder={field.label}
            data={[...field.options]}
            value={values[field.key] || null}
            clearable
            searchable={field.searchable ?? false}
            onChange={(value) => set(field.key, value ?? '')}
          />
        );
      })}
      {aside ? <div className={classes.aside}>{aside}</div> : null}
    </div>
  );
}
