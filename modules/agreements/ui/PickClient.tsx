import { Select } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { listClients } from '@mosty/directory/contract';
import { useRead, useWords } from '@mosty/ui-kit';
import { useState, type ReactNode } from 'react';

interface Props {
  readonly value: string | null;
  readonly onChange: (clientId: string | null) => void;
  readonly error: ReactNode;
}

/** A client with all four proofs: nobody else may refer (S2.7). */
export function PickClient({ value, onChange, error }: Props) {
  const t = useWords('agreements');
  const [typed, setTyped] = useState('');
  const [settled] = useDebouncedValue(typed.trim(), 200);
  const found = useRead(listClients, { query: { proven: 'yes', q: settled || undefined, limit: 20 } });
  const [known, setKnown] = useState<ReadonlyMap<string, string>>(new Map());
  const options = new Map([
    ...known,
    ...(found.data?.items ?? []).map((client) => [client.id as string, client.name] as const),
  ]);
  return (
    <Select
      label={t('open.client')}
      description={t('open.clientNote')}
      placeholder={t('open.findClient')}
      required
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
