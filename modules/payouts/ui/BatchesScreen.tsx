import { Button } from '@mantine/core';
import { exportPayouts, listBatches } from '../contract.ts';
import {
  Badge,
  DataTable,
  EmptyState,
  ExportMenu,
  FilterBar,
  hrefOf,
  Money,
  PageHeading,
  paths,
  useFilters,
  useMay,
  useRows,
  useWords,
  When,
  type AnswerOf,
  type Column,
  type Tone,
} from '@mosty/ui-kit';
import { MakeBatch } from './MakeBatch.tsx';
import { PolicyPanel } from './PolicyPanel.tsx';

type Batch = AnswerOf<typeof listBatches>['items'][number];

export const BATCH_TONE: Record<Batch['state'], Tone> = {
  draft: 'warn',
  approved: 'accent',
  sent: 'accent',
  paid: 'faint',
  cancelled: 'faint',
};

/** Payouts: made by one person, approved by another, paid once. */
export default function BatchesScreen() {
  const t = useWords('payouts');
  const [filters, setFilters] = useFilters(paths.payouts);
  const mayMake = useMay('payout.make');
  const maySeePolicy = useMay('payout_policy.read');
  const making = filters.state === 'new';
  const chosen = { partnerId: filters.partner || undefined };
  const rows = useRows(listBatches, { query: chosen });
  const columns: readonly Column<Batch>[] = [
    { id: 'pay', title: t('batch.payOn'), cell: (row) => <When value={row.payOn} /> },
    { id: 'through', title: t('batch.through'), cell: (row) => <When value={row.through} />, narrow: 'line' },
    { id: 'payouts', title: t('batch.payouts'), cell: (row) => row.payouts, align: 'right', narrow: 'line' },
    {
      id: 'total',
      title: t('batch.total'),
      cell: (row) => <Money minor={row.totalMinor} currency={row.currency} />,
      align: 'right',
      narrow: 'value',
    },
    {
      id: 'state',
      title: t('batch.state'),
      cell: (row) => <Badge tone={BATCH_TONE[row.state]}>{t(`batchState.${row.state}`)}</Badge>,
      narrow: 'bare',
    },
  ];
  return (
    <>
      <PageHeading
        title={t('batches.title')}
        answer={t('batches.answer')}
        actions={
          <>
            <ExportMenu
              of={exportPayouts}
              hrefOf={(format) => hrefOf(exportPayouts, { query: { ...chosen, format } })}
            />
            {maySeePolicy ? (
              <Button variant="default" onClick={() => setFilters({ state: 'policy' })}>
                {t('policy.open')}
              </Button>
            ) : null}
            {mayMake ? (
              <Button onClick={() => setFilters({ state: 'new' })}>{t('actions.make')}</Button>
            ) : null}
          </>
        }
      />
      <FilterBar
        values={filters}
        onChange={setFilters}
        fields={[{ key: 'partner', kind: 'partner', label: t('columns.partner') }]}
      />
      <DataTable
        label={t('batches.title')}
        columns={columns}
        rows={rows}
        rowKey={(row) => row.id}
        rowTo={(row) => paths.payoutBatch({ batchId: row.id })}
        empty={
          filters.partner ? (
            <EmptyState
              title={t('batches.nothingFound')}
              actions={
                <Button variant="default" onClick={() => setFilters({ partner: '' })}>
                  {t('statements.clear')}
                </Button>
              }
            />
          ) : (
            <EmptyState title={t('batches.none')}>{t('batches.noneText')}</EmptyState>
          )
        }
      />
      {filters.state === 'policy' && maySeePolicy ? (
        <PolicyPanel onClose={() => setFilters({ state: '' })} />
      ) : null}
      {making && mayMake ? <MakeBatch onClose={() => setFilters({ state: '' })} /> : null}
    </>
  );
}
