import { DataTable, EmptyState, PageHeading, useRows, useWords, When, type Column } from '@mosty/ui-kit';
import { listEndpoints, type Endpoint } from '../contract.ts';

/** Everything there is, newest first. */
export default function EndpointsScreen() {
  const t = useWords('webhooks');
  const rows = useRows(listEndpoints, { query: {} });
  const columns: readonly Column<Endpoint>[] = [
    { id: 'name', title: t('page.name'), cell: (row) => row.name, narrow: 'title' },
    {
      id: 'since',
      title: t('page.since'),
      cell: (row) => <When value={row.createdAt} />,
      align: 'right',
      narrow: 'value',
    },
  ];
  return (
    <>
      <PageHeading title={t('page.title')} />
      <DataTable
        label={t('page.title')}
        columns={columns}
        rows={rows}
        rowKey={(row) => row.id}
        empty={<EmptyState title={t('page.emptyTitle')}>{t('page.emptyText')}</EmptyState>}
      />
    </>
  );
}
