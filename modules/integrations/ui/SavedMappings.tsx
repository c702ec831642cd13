import { Button, Select } from '@mantine/core';
import { toast, useFormat, useRead, useVerb, useWords } from '@mosty/ui-kit';
import { useState } from 'react';
import { listSavedMappings, removeSavedMapping, type Mapping } from '../contract.ts';
import type { Import } from './ImportScreen.tsx';

/** How files with these columns were read before. */
export function SavedMappings({ file, onTake }: { file: Import; onTake: (mapping: Mapping) => void }) {
  const t = useWords('integrations');
  const { when } = useFormat();
  const saved = useRead(listSavedMappings, { query: { importId: file.id } });
  const forget = useVerb(removeSavedMapping, { invalidates: [listSavedMappings] });
  const [chosen, setChosen] = useState<string | null>(file.mappingId);
  const items = saved.data?.items ?? [];
  if (items.length === 0) return null;
  return (
    <>
      <Select
        label={t('saved.title')}
        placeholder={t('saved.choose')}
        data={items.map((item) => ({
          value: item.id,
          label: `${item.name} · ${t(`kind.${item.kind}`)} · ${when(item.usedAt)}`,
        }))}
        value={chosen}
        w={440}
        maw="100%"
        onChange={(value) => {
          setChosen(value);
          const found = items.find((item) => item.id === value);
          if (found) onTake(found.mapping);
        }}
      />
      {chosen && items.some((item) => item.id === chosen) ? (
        <Button
          variant="subtle"
          loading={forget.isPending}
          onClick={async () => {
            await forget.mutateAsync({ params: { mappingId: chosen } });
            setChosen(null);
            toast(t('saved.forgotten'));
          }}
        >
          {t('saved.forget')}
        </Button>
      ) : null}
    </>
  );
}
