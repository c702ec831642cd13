import { Button, Group, Select } from '@mantine/core';
import { RefusalNotice, Section, UnsavedGuard, useVerb, useWords } from '@mosty/ui-kit';
import { useState } from 'react';
import {
  checkImport,
  getImport,
  IMPORT_KINDS,
  listImportRows,
  listImports,
  listSavedMappings,
  proposeImportMapping,
  setImportMapping,
  type FileFormat,
  type ImportKind,
  type Mapping,
} from '../contract.ts';
import { CreditRules } from './CreditRules.tsx';
import { FileFormatFields } from './FileFormatFields.tsx';
import type { Import } from './ImportScreen.tsx';
import classes from './integrations.module.css';
import { MappingDefaults } from './MappingDefaults.tsx';
import { MappingRules } from './MappingRules.tsx';
import { MappingTable } from './MappingTable.tsx';
import { withoutBlanks } from './mapping-edit.ts';
import { MappingWords } from './MappingWords.tsx';
import { SavedMappings } from './SavedMappings.tsx';

/** How the file is read: which column is which field. The program has proposed; a person corrects and checks. */
export function MappingForm({ file }: { file: Import }) {
  const t = useWords('integrations');
  const [mapping, setMapping] = useState<Mapping>(file.mapping);
  const [columns, setColumns] = useState<readonly string[]>(file.columns);
  const reads = { invalidates: [getImport, listImports, listSavedMappings] };
  const propose = useVerb(proposeImportMapping);
  const save = useVerb(setImportMapping, reads);
  const check = useVerb(checkImport, { invalidates: [getImport, listImports, listImportRows] });
  const [refusal, setRefusal] = useState<unknown>(null);
  const changed = JSON.stringify(mapping) !== JSON.stringify(file.mapping);
  const params = { importId: file.id };

  async function attempt(act: () => Promise<unknown>): Promise<void> {
    setRefusal(null);
    try {
      await act();
    } catch (thrown) {
      setRefusal(thrown);
    }
  }

  async function proposeAgain(given: { kind?: ImportKind; file?: FileFormat }): Promise<void> {
    const { kind } = mapping;
    // Another sheet may be about something else altogether.
    const sameSheet = given.file === undefined || given.file.sheet === mapping.file.sheet;
    const proposed = await propose.mutateAsync({ params, body: sameSheet ? { kind, ...given } : given });
    setMapping(proposed.mapping);
    setColumns(proposed.columns);
    // Saved at once, so that the samples beside the columns are those of the new reading.
    if (given.file) setMapping((await save.mutateAsync({ params, body: proposed.mapping })).mapping);
  }

  async function saveAndCheck(): Promise<void> {
    if (changed) setMapping((await save.mutateAsync({ params, body: withoutBlanks(mapping) })).mapping);
    await check.mutateAsync({ params });
  }

  const busy = propose.isPending || save.isPending || check.isPending;
  const again = file.found !== null;
  return (
    <Section
      title={t(again ? 'mapping.again' : 'mapping.title')}
      note={t(again ? 'mapping.againNote' : 'mapping.note')}
    >
      <UnsavedGuard when={changed && !busy} />
      <div className={classes.row}>
        <Select
          label={t('mapping.kind')}
          data={IMPORT_KINDS.map((value) => ({ value, label: t(`kind.${value}`) }))}
          value={mapping.kind}
          allowDeselect={false}
          disabled={busy}
          onChange={(value) => {
            const kind = IMPORT_KINDS.find((known) => known === value);
            if (kind && kind !== mapping.kind) void attempt(() => proposeAgain({ kind }));
          }}
        />
        <SavedMappings file={file} onTake={setMapping} />
      </div>
      <div className={classes.gap}>
        <MappingTable file={file} columns={columns} mapping={mapping} onChange={setMapping} />
        <MappingWords file={file} mapping={mapping} onChange={setMapping} />
        <MappingRules mapping={mapping} onChange={setMapping} />
        {mapping.kind === 'sales' ? <CreditRules mapping={mapping} onChange={setMapping} /> : null}
        <MappingDefaults mapping={mapping} onChange={setMapping} />
        <FileFormatFields
          file={file}
          format={mapping.file}
          busy={busy}
          onChange={(format) => void attempt(() => proposeAgain({ file: format }))}
        />
        {refusal ? <RefusalNotice refusal={refusal} /> : null}
        <Group gap={8}>
          <Button
            onClick={() => void attempt(saveAndCheck)}
            loading={busy}
            variant={again ? 'default' : 'filled'}
          >
            {t(again ? 'mapping.checkAgain' : 'mapping.check')}
          </Button>
          <span className={classes.soft}>{t('mapping.checkNote')}</span>
        </Group>
      </div>
    </Section>
  );
}
