import { Button } from '@mantine/core';
import { listCosts } from '@mosty/insight/contract';
import {
  ClassBadge,
  DataTable,
  EmptyState,
  FilterBar,
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
import { REPORTING_CLASSES } from '../contract.ts';
import { RecordCost } from './RecordCost.tsx';

type Cost = AnswerOf<typeof listCosts>['items'][number];

/** A partner is an investment: what it cost to find, train and keep (S3.28). */
export default function CostsScreen() {
  const t = useWords('deals');
  const kit = useWords('kit');
  const [filters, setFilters] = useFilters(paths.costs);
  const mayRecord = useMay('cost.record');
  const ofClass = REPORTING_CLASSES.find((one) => one === filters.class);
  const rows = useRows(listCosts, { query: { class: ofClass, partner: filters.partner || undefined } });
  const filtered = ofClass !== undefined || filters.partner !== '';
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
      <FilterBar
        values={filters}
        onChange={setFilters}
        fields={[
          {
            key: 'class',
            kind: 'choice',
            label: t('deals.class'),
            options: REPORTING_CLASSES.map((value) => ({ value, label: kit(`class.${value}`) })),
          },
        ]}
        aside={
          filters.partner ? (
            <Button size="compact-sm" variant="subtle" onClick={() => setFilters({ partner: '' })}>
              {t('costs.ofEveryone')}
            </Button>
          ) : null
        }
      />
      <DataTable
        label={t('costs.title')}
        columns={columns}
        rows={rows}
        rowKey={(row) => row.id}
        empty={
          filtered ? (
            <EmptyState
              title={t('deals.nothingFound')}
              actions={
                <Button variant="default" onClick={() => setFilters({ class: '', partner: '' })}>
                  {t('deals.clear')}
                </Button>
              }
            />
          ) : (
            <EmptyState
              title={t('costs.none')}
              actions={
                mayRecord ? (
                  <Button onClick={() => setFilters({ new: 'cost' })}>{t('actions.recordCost')}</Button>
                ) : null
              }
            >
              {t('costs.noneText')}
            </EmptyState>
          )
        }
      />
      {filters.new === 'cost' && mayRecord ? <RecordCost onClose={() => setFilters({ new: '' })} /> : null}
    </>
  );
}
