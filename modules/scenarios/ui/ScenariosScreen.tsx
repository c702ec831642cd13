import { Button } from '@mantine/core';
import {
  DataTable,
  EmptyState,
  FilterBar,
  PageHeading,
  paths,
  useFilters,
  useMay,
  useRows,
  useWords,
  type Column,
} from '@mosty/ui-kit';
import { listScenarios, type ScenarioRow } from '../contract.ts';
import { ScenarioForm } from './ScenarioForm.tsx';
import { STARTER_CODES, starterOf } from './starters.ts';
import classes from './scenarios.module.css';

/** Clients' tasks, who closes each of them, and where somebody is wanting. */
export default function ScenariosScreen() {
  const t = useWords('scenarios');
  const [filters, setFilters] = useFilters(paths.scenarios);
  const mayWrite = useMay('scenario.write');
  const show = filters.show === 'gaps' || filters.show === 'archived' ? filters.show : undefined;
  const rows = useRows(listScenarios, { query: { q: filters.q || undefined, show } });
  const filtered = filters.q !== '' || show !== undefined;
  const write = mayWrite ? (
    <Button onClick={() => setFilters({ new: '1' })}>{t('actions.create')}</Button>
  ) : null;
  const columns: readonly Column<ScenarioRow>[] = [
    {
      id: 'task',
      title: t('list.task'),
      cell: (row) => (
        <>
          {row.title}
          <span className={classes.task}>{row.task}</span>
        </>
      ),
      narrow: 'title',
    },
    { id: 'who', title: t('list.who'), cell: (row) => <Seats row={row} />, narrow: 'bare' },
    {
      id: 'deals',
      title: t('list.deals'),
      cell: (row) =>
        row.dealCount === 0 ? (
          <span className={classes.soft}>{t('list.noDeals')}</span>
        ) : (
          <>
            {row.dealCount}
            <span className={classes.task}>{t('list.won', { count: row.wonCount })}</span>
          </>
        ),
      align: 'right',
      narrow: 'value',
    },
  ];
  return (
    <>
      <PageHeading title={t('list.title')} answer={t('list.answer')} actions={write} />
      <FilterBar
        values={filters}
        onChange={setFilters}
        fields={[
          { key: 'q', kind: 'search', label: t('list.find') },
          {
            key: 'show',
            kind: 'choice',
            label: t('list.show'),
            options: (['gaps', 'archived'] as const).map((value) => ({ value, label: t(`list.${value}`) })),
          },
        ]}
      />
      <DataTable
        label={t('list.title')}
        columns={columns}
        rows={rows}
        rowKey={(row) => row.id}
        rowTo={(row) => paths.scenario({ scenarioId: row.id })}
        empty={
          filtered ? (
            <EmptyState
              title={t('list.nothingFound')}
              actions={
                <Button variant="default" onClick={() => setFilters({ q: '', show: '' })}>
                  {t('list.clear')}
                </Button>
              }
            />
          ) : (
            <EmptyState title={t('list.emptyTitle')} actions={write}>
              {t('list.emptyText')}
              {mayWrite ? (
                <>
                  <br />
                  {t('starter.begin')}
                  {STARTER_CODES.map((code) => (
                    <Button
                      key={code}
                      variant="subtle"
                      size="compact-sm"
                      onClick={() => setFilters({ new: code })}
                    >
                      {t(`starter.${code}.task`)}
                    </Button>
                  ))}
                </>
              ) : null}
            </EmptyState>
          )
        }
      />
      {filters.new && mayWrite ? (
        <ScenarioForm
          key={filters.new}
          starter={starterOf(filters.new)}
          onClose={() => setFilters({ new: '' })}
        />
      ) : null}
    </>
  );
}

function Seats({ row }: { row: ScenarioRow }) {
  const t = useWords('scenarios');
  return (
    <ul className={classes.seats}>
      {row.seats.map((seat) => (
        <li key={seat.position} className={classes.seat}>
          <span className={classes.role}>{t(`role.${seat.role}`)}</span>
          <span className={seat.partner === null || !seat.inForce ? classes.gap : undefined}>
            {seat.partner?.name ?? t('list.gap')}
          </span>
        </li>
      ))}
    </ul>
  );
}
