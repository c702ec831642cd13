import { Select } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { useRead, useWords } from '@mosty/ui-kit';
import { useState } from 'react';
import { search } from '../contract.ts';

export interface Picked {
  readonly id: string;
  readonly name: string;
}

interface Props {
  readonly label: string;
  readonly value: Picked | null;
  readonly onChange: (picked: Picked | null) => void;
  readonly error?: React.ReactNode;
  readonly disabled?: boolean;
  /** Above a list the label stands inside the field. */
  readonly bare?: boolean;
  readonly description?: string;
}

/** A partner by a few letters of its name, number or tax number. */
export function PickPartner({
  label,
  value,
  onChange,
  error,
  disabled = false,
  bare = false,
  description,
}: Props) {
  const t = useWords('directory');
  const [typed, setTyped] = useState(value?.name ?? '');
  const [settled] = useDebouncedValue(typed.trim(), 200);
  const asks = settled.length > 1 && settled !== value?.name;
  const found = useRead(search, { query: { q: settled || ' ', limit: 20 } }, { enabled: asks });
  const partners = (asks ? (found.data?.items ?? []) : []).filter(
    (item) => item.what === 'partner' && !item.archived,
  );
  const known =
    value && !partners.some((partner) => partner.id === value.id)
      ? [{ ...value, hint: null }, ...partners]
      : partners;
  return (
    <Select
      {...(bare
        ? { 'aria-label': label, placeholder: label }
        : { label, placeholder: t('form.findPartner') })}
      description={description}
      searchable
      clearable
      disabled={disabled}
      error={error}
      searchValue={typed}
      onSearchChange={setTyped}
      // The server has filtered already, and knows more spellings than a comparison of letters.
      filter={({ options }) => options}
      nothingFoundMessage={asks && !found.isFetching ? t('form.nothingFound') : undefined}
      data={known.map((partner) => ({
        value: partner.id,
        label: partner.hint ? `${partner.name} · ${partner.hint}` : partner.name,
      }))}
      value={value?.id ?? null}
      onChange={(id) => {
        const partner = known.find((one) => one.id === id);
        onChange(partner ? { id: partner.id, name: partner.name } : null);
      }}
    />
  );
}
