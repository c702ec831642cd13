import { Button } from '@mantine/core';
import {
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
  useRead,
  useRows,
  useWords,
  When,
  type Column,
} from '@mosty/ui-kit';
import {
  DEAL_KINDS,
  exportDealCards,
  listDealCards,
  listStages,
  REGISTRATIONS,
  type Deal,
} from '../../contract.ts';
import { DealState } from './DealState.tsx';
import { DealViews } from './DealViews.tsx';
import { RegisterDeal } from './RegisterDeal.tsx';
import { useStageName } from './stage-name.ts';
import { useDays } from './use-days.ts';
import classes from './work.module.css';

const STATES = ['open', 'won', 'lost', 'overdue', 'stuck'] as const;

/** Every deal there is or was, with who handed it over and what is next. */
export default function DealListScreen() {
  const t = useWords('deals');
  const days = useDays();
  const nameOf = useStageName();
  const [filters, setFilters] = useFilters(paths.dealList);
  const mayRegister = useMay('deal.register');
  const stages = useRead(listStages, {}).data?.items ?? [];
  const query = {
    q: filters.q || undefined,
    registration: REGISTRATIONS.find((one) => one === filters.registration),
    state: STATES.find((one) => one === filters.state),
    kind: DEAL_KINDS.find((one) => one === filters.kind),
    partner: filters.partner || undefined,
    client: filters.client || undefined,
  };
  const rows = useRows(listDealCards, { query });
  const filtered = Object.values(query).some((value) => value !== undefined);
  const columns: readonly Column<Deal>[] = [
    {
      id: 'deal',
      title: t('work.list.deal'),
      cell: (row) => (
        <>
          {row.title}
          <div className={classes.quiet}>№ {row.number}</div>
        </>
      ),
      narrow: 'title',
    },
    {
      id: 'by',
      title: t('work.list.by'),
      cell: (row) => row.partner?.name ?? row.namedRegistrant ?? t('work.list.ourselves'),
      narrow: 'line',
    },
    {
      id: 'registration',
      title: t('work.list.registration'),
      cell: (row) => <DealState deal={row} />,
      narrow: 'bare',
    },
    {
      id: 'stage',
      title: t('work.list.stage'),
      cell: (row) => {
        const stage = stages.find(({ code }) => code === row.stage);
        return (
          <div>
            {stage ? nameOf(stage) : row.stage}
            {row.turn && row.outcome === null ? (
              <div className={classes.quiet}>{t(`work.turn.${row.turn}`)}</div>
            ) : null}
          </div>
        );
      },
      narrow: 'line',
    },
    {
      id: 'amount',
      title: t('work.list.amount'),
      cell: (row) =>
        row.amountMinor === null ? null : <Money minor={row.amountMinor} currency={row.currency} />,
      align: 'right',
      narrow: 'value',
    },
    {
      id: 'next',
      title: t('work.list.next'),
      cell: (row) =>
        row.nextStep ? (
          <div>
            {row.nextStep}
            {row.nextStepOn ? (
              <div className={classes.quiet}>
                <When value={row.nextStepOn} />
              </div>
            ) : null}
          </div>
        ) : null,
      narrow: 'line',
    },
    {
      id: 'rests',
      title: t('work.list.rests'),
      cell: (row) => (row.outcome === null ? days(row.daysSinceMove) : null),
      align: 'right',
      narrow: 'line',
    },
  ];
  const options = <V extends string>(values: readonly V[], key: string) =>
    values.map((value) => ({ value, label: t(`work.${key}.${value}`) }));
  return (
    <>
      <PageHeading
        title={t('work.list.title')}
        answer={t('work.list.answer')}
        actions={
          <>
            <ExportMenu
              of={exportDealCards}
              hrefOf={(format) => hrefOf(exportDealCards, { query: { ...query, format } })}
            />
            {mayRegister ? (
              <Button onClick={() => setFilters({ new: 'deal' })}>{t('actions.registerDeal')}</Button>
            ) : null}
          </>
        }
      />
      <div className={classes.views}>
        <DealViews here="list" />
      </div>
      <FilterBar
        values={filters}
        onChange={setFilters}
        fields={[
          { key: 'q', kind: 'search', label: t('work.board.search') },
          { key: 'partner', kind: 'partner', label: t('work.list.by') },
          { key: 'state', kind: 'choice', label: t('work.list.state'), options: options(STATES, 'states') },
          {
            key: 'registration',
            kind: 'choice',
            label: t('work.list.registration'),
            options: options(REGISTRATIONS, 'registration'),
          },
          { key: 'kind', kind: 'choice', label: t('work.board.kind'), options: options(DEAL_KINDS, 'kind') },
        ]}
      />
      <DataTable
        label={t('work.list.title')}
        columns={columns}
        rows={rows}
        rowKey={(row) => row.id}
        rowTo={(row) => paths.dealCard({ dealId: row.id })}
        tone={(row) => (row.isOverdue ? 'risk' : row.outcome === 'lost' ? 'faint' : undefined)}
        empty={
          <EmptyState
            title={filtered ? t('work.list.nothing') : t('work.board.none')}
            actions={
              filtered ? (
                <Button
                  variant="default"
                  onClick={() =>
                    setFilters({ q: '', registration: '', state: '', kind: '', partner: '', client: '' })
                  }
                >
                  {t('work.list.clear')}
                </Button>
              ) : null
            }
          >
            {filtered ? null : t('work.board.noneText')}
          </EmptyState>
        }
      />
      {filters.new === 'deal' && mayRegister ? (
        <RegisterDeal onClose={() => setFilters({ new: '' })} />
      ) : null}
    </>
  );
}
