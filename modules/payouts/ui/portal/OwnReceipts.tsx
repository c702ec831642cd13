import { Button } from '@mantine/core';
import { Badge, DataTable, Money, Section, useMay, useRead, useRows, useWords, When } from '@mosty/ui-kit';
import { useState } from 'react';
import { listDocuments, listMissingReceipts, type MissingReceipt } from '../../contract.ts';
import { AttachDocument } from '../AttachDocument.tsx';
import { useDocumentColumns } from '../DocumentCells.tsx';

/** Receipts the partner still owes us for what was paid, and those that were given. */
export function OwnReceipts() {
  const t = useWords('payouts');
  const missing = useRead(listMissingReceipts, { query: {} });
  const rows = useRows(listDocuments, { query: {} });
  const mayAttach = useMay('document.attach');
  const [attached, setAttached] = useState<MissingReceipt | null>(null);
  const wanting = missing.data?.items ?? [];
  const columns = useDocumentColumns();
  return (
    <>
      {wanting.length > 0 ? (
        <Section title={t('documents.ownWait')} note={t('documents.ownWaitNote')}>
          <DataTable
            label={t('documents.ownWait')}
            rows={wanting}
            rowKey={(row) => row.payoutId}
            columns={[
              {
                id: 'payout',
                title: t('documents.payout'),
                narrow: 'title',
                cell: (row) => <Money minor={row.amountMinor} currency={row.currency} />,
              },
              {
                id: 'due',
                title: t('documents.due'),
                narrow: 'line',
                cell: (row) => (
                  <>
                    <When value={row.dueOn} />{' '}
                    {row.isLate ? <Badge tone="warn">{t('documents.late')}</Badge> : null}
                  </>
                ),
              },
              {
                id: 'do',
                title: '',
                narrow: 'bare',
                cell: (row) =>
                  mayAttach ? (
                    <Button size="compact-sm" onClick={() => setAttached(row)}>
                      {t('documents.attach')}
                    </Button>
                  ) : null,
              },
            ]}
          />
        </Section>
      ) : null}
      {rows.rows.length > 0 ? (
        <Section title={t('documents.list')}>
          <DataTable label={t('documents.list')} rows={rows} rowKey={(row) => row.id} columns={columns} />
        </Section>
      ) : null}
      {attached ? <AttachDocument of={attached} own onClose={() => setAttached(null)} /> : null}
    </>
  );
}
