import { ProgressPanel, useRead, useWords } from '@mosty/ui-kit';
import { useQueryClient } from '@tanstack/react-query';
import { useEffect } from 'react';
import { getImport, getImportResult, listImportRows, listImports } from '../contract.ts';
import type { Import } from './ImportScreen.tsx';
import { useResultFigures } from './use-result-figures.tsx';

const EVERY_MS = 1_000;

/** A step at work. It asks the same read as the page, so the page itself moves on when the step is over. */
export function ImportAtWork({ file }: { file: Import }) {
  const t = useWords('integrations');
  const client = useQueryClient();
  const figures = useResultFigures();
  useRead(getImport, { params: { importId: file.id } }, { every: EVERY_MS });
  useEffect(
    () => () => {
      for (const read of [listImports, listImportRows, getImportResult])
        void client.invalidateQueries({ queryKey: [read.id] });
    },
    [client],
  );
  const share = file.progress ?? 0;
  return (
    <ProgressPanel
      title={t(`work.${file.state}`)}
      done={Math.round(share * 100)}
      total={100}
      state={share === 0 ? 'waiting' : 'running'}
      counts={file.result && file.state !== 'checking' ? figures(file, file.result) : []}
    />
  );
}
