import { MultiSelect } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { listPartners } from '@mosty/agreements/contract';
import { useRead, useWords } from '@mosty/ui-kit';
import { useState } from 'react';
import type { Question } from './question.ts';

const MOST = 100;

/** Some partners of the class, found by typing; nobody chosen is everybody. */
export function PartnersChoice({
  of,
  known,
  value,
  onChange,
}: {
  of: Question['class'];
  /** Names that came with the answer. */
  known: ReadonlyMap<string, string>;
  value: readonly string[];
  onChange: (ids: string[]) => void;
}) {
  const t = useWords('incentives-trial');
  const [typed, setTyped] = useState('');
  const [q] = useDebouncedValue(typed.trim(), 250);
  const found = useRead(listPartners, { query: { class: of, limit: 50, ...(q ? { q } : {}) } });
  const items = found.data?.items ?? [];
  // Whoever was chosen keeps a name when the next search no longer finds it.
  const [chosen, setChosen] = useState<ReadonlyMap<string, string>>(new Map());
  const names = new Map([...known, ...chosen, ...items.map(({ id, name }) => [id as string, name] as const)]);
  const ids = [...new Set([...value, ...items.map(({ id }) => id as string)])];
  return (
    <MultiSelect
      label={t('history.partners')}
      placeholder={value.length === 0 ? t('history.everybody') : ''}
      data={ids.map((id) => ({ value: id, label: names.get(id) ?? t('history.found') }))}
      value={[...value]}
      maxValues={MOST}
      searchable
      clearable
      searchValue={typed}
      onSearchChange={setTyped}
      onChange={(next) => {
        setChosen(new Map(next.map((id) => [id, names.get(id) ?? t('history.found')])));
        onChange(next);
      }}
    />
  );
}
