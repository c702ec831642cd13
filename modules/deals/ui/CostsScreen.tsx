import { Button } from '@mantine/core';
import { exportCosts, listCosts } from '@mosty/insight/contract';
import {
  ClassBadge,
  DataTable,
  EmptyState,
  ExportMenu,
  FilterBar,
  hrefOf,
  Money,
  PageHeading,
  PageLink,
  paths,
  useFilters,
  useMay,
  useRows,
  useWords,
  When,
  type Column,
} from '@mosty/ui-kit';
import { REPORTING_CLASSES } from '../contract.ts';
import { RecordCost } from './RecordCost.tsx';
import { TakeBackCost, type Cost } from './TakeBackCost.tsx';

/** A partner is an investment: what it cost to find, train and keep (S3.28). */
export default function CostsScreen() {
  const t = useWords('deals');
  const kit = useWords('kit');
  const [filters, setFilters] = useFilters(paths.costs);
  const mayRecord = useMay('cost.record');
  const mayTakeBack = useMay('cost.reverse');
  const ofClass = REPORTING_CLASSES.find((one) => one === filters.class);
  const chosen = {
    class: ofClass,
    partner: filters.partner || undefined,
    month: filters.month || undefined,
  };
  const rows = useRows(listCosts, { query: chosen });
  const filtered = Object.values(chosen).some((value) => value !== undefined);
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
    ...(mayTakeBack
      ? [
          {
            id: 'takeBack',
            title: '',
            cell: (row: Cost) => <TakeBackCost cost={row} />,
            align: 'right' as const,
            narrow: 'bare' as const,
          },
        ]
      : []),
  ];
  return (
    <>
      <PageHeading
        title={t('costs.title')}
        answer={t('costs.answer')}
        actions={
          <>
            <ExportMenu
              of={exportCosts}
              hrefOf={(format) => hrefOf(exportCosts, { query: { ...chosen, format } })}
            />
            {mayRecord ? (
              <Button onClick={() => setFilters({ new: 'cost' })}>{t('actions.recordCost')}</Button>
            ) : null}
          </>
        }
      />
      <FilterBar
        values={filters}
        onChange={setFilters}
        fields={[
          { key: 'month', kind: 'month', label: t('costs.month') },
          { key: 'partner', kind: 'partner', label: t('sale.partner') },
          {
            key: 'class',
            kind: 'choice',
            label: t('deals.class'),
            options: REPORTING_CLASSES.map((value) => ({ value, label: kit(`class.${value}`) })),
          },
        ]}
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
                <Button variant="default" onClick={() => setFilters({ class: '', partner: '', month: '' })}>
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
