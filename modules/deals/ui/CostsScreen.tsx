import { Button } from '@mantine/core';
import { listCosts } from '@mosty/insight/contract';
import {
  ClassBadge,
  DataTable,
  EmptyState,
  Money,
  PageHeading,
  PageLink,
  paths,
  useFilters,
  useMay,
  useRows,
  useWords,
  When,
  type AnswerOf,
  type Column,
} from '@mosty/ui-kit';
import { RecordCost } from './RecordCost.tsx';

type Cost = AnswerOf<typeof listCosts>['items'][number];

/** A partner is an investment: what it cost to find, train and keep (S3.28). */
export default function CostsScreen() {
  const t = useWords('deals');
  const [filters, setFilters] = useFilters(paths.costs);
  const mayRecord = useMay('cost.record');
  const rows = useRows(listCosts, { query: { partner: filters.partner || undefined } });
  const columns: readonly Column<Cost>[] = [
    {
      id: 'partner',
      title: t('costs.partner'),
      cell: (row) =>
        row.partner ? (
          <PageLink to={paths.partner({ partnerId: row.partner.id })} look="quiet">
            {row.partner.name}
          </PageLink>
        ) : (
          t('costs.whole')
        ),
    },
    { id: 'kind', title: t('costs.kind'), cell: (row) => t(`costKind.${row.kind}`), narrow: 'line' },
    {
      id: 'class',
      title: t('deals.class'),
      cell: (row) => <ClassBadge of={row.class} short />,
      narrow: 'bare',
    },
    {
      id: 'amount',
      title: t('costs.amount'),
      cell: (row) => <Money minor={row.amountMinor} currency={row.currency} />,
      align: 'right',
      narrow: 'value',
    },
    { id: 'note', title: t('costs.note'), cell: (row) => row.note ?? '', narrow: 'bare' },
    {
      id: 'when',
      title: t('deals.when'),
      cell: (row) => <When value={row.occurredOn} />,
      align: 'right',
      narrow: 'line',
    },
  ];
  return (
    <>
      <PageHeading
        title={t('costs.title')}
        answer={t('costs.answer')}
        actions={
          mayRecord ? (
            <Button onClick={() => setFilters({ new: 'cost' })}>{t('actions.recordCost')}</Button>
          ) : null
        }
      />
      <DataTable
        label={t('costs.title')}
        columns={columns}
        rows={rows}
        rowKey={(row) => row.id}
        empty={<EmptyState title={t('costs.none')}>{t('costs.noneText')}</EmptyState>}
      />
      {filters.new === 'cost' && mayRecord ? <RecordCost onClose={() => setFilters({ new: '' })} /> : null}
    </>
  );
}
