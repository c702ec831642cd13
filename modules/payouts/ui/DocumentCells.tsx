import { Anchor } from '@mantine/core';
import { readFile } from '@mosty/files/contract';
import { hrefOf, useWords, When, type Column } from '@mosty/ui-kit';
import type { PayoutDocument } from '../contract.ts';

/** What both sides see of a receipt or an act. */
export function useDocumentColumns(): readonly Column<PayoutDocument>[] {
  const t = useWords('payouts');
  return [
    {
      id: 'document',
      title: t('documents.list'),
      narrow: 'title',
      cell: (row) => t('documents.named', { kind: t(`documents.kind.${row.kind}`), number: row.number }),
    },
    { id: 'day', title: t('documents.day'), narrow: 'value', cell: (row) => <When value={row.onDay} /> },
    {
      id: 'file',
      title: t('documents.file'),
      narrow: 'line',
      cell: (row) =>
        row.fileId ? (
          <Anchor href={hrefOf(readFile, { params: { fileId: row.fileId } })}>
            {t('documents.download')}
          </Anchor>
        ) : row.link ? (
          <Anchor href={row.link} target="_blank" rel="noreferrer">
            {t('documents.link')}
          </Anchor>
        ) : (
          '–'
        ),
    },
  ];
}
