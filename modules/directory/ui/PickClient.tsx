import { Select } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { useRead, useWords } from '@mosty/ui-kit';
import { useState, type ReactNode } from 'react';
import { listClients } from '../contract.ts';

interface Props {
  readonly label: string;
  readonly description?: string;
  /** Only clients with all four proofs: nobody else may refer (S2.7). */
  readonly proven?: boolean;
  readonly required?: boolean;
  readonly value: string | null;
  readonly onChange: (clientId: string | null) => void;
  readonly error: ReactNode;
}

/** A client by a few letters of its name, number or tax number. */
export function PickClient({
  label,
  description,
  proven = false,
  required = false,
  value,
  onChange,
  error,
}: Props) {
  const t = useWords('directory');
  const [typed, setTyped] = useState('');
  const [settled] = useDebouncedValue(typed.trim(), 200);
  const found = useRead(listClients, {
    query: { ...(proven ? { proven: 'yes' as const } : {}), q: settled || undefined, limit: 20 },
  });
  const [known, setKnown] = useState<ReadonlyMap<string, string>>(new Map());
  const options = new Map([
    ...known,
    ...(found.data?.items ?? []).map((client) => [client.id as string, client.name] as const),
  ]);
  return (
    <Select
      label={label}
      description={description}
      placeholder={t('form.findClient')}
      required={required}
      searchable
      clearable
      error={error}
      onSearchChange={setTyped}
      // The server has filtered already, and knows more spellings than a comparison of letters.
      filter={({ options: all }) => all}
      nothingFoundMessage={found.isFetching ? undefined : t('form.nothingFound')}
      data={[...options].map(([id, label]) => ({ value: id, label }))}
      value={value}
      onChange={(id) => {
        const name = id === null ? undefined : options.get(id);
        setKnown(id !== null && name !== undefined ? new Map([[id, name]]) : new Map());
        onChange(id);
      }}
    />
  );
}
