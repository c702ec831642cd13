import { DataTable, EmptyState, PageHeading, useRows, useWords, When, type Column } from '@mosty/ui-kit';
import { listScenarios, type Scenario } from '../contract.ts';

/** Everything there is, newest first. */
export default function ScenariosScreen() {
  const t = useWords('scenarios');
  const rows = useRows(listScenarios, { query: {} });
  const columns: readonly Column<Scenario>[] = [
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
