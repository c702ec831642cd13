import {
  Badge,
  DataTable,
  EmptyState,
  PageHeading,
  PageLink,
  paths,
  SegmentTabs,
  useFilters,
  useLanguage,
  useRows,
  useWords,
  When,
  type Column,
} from '@mosty/ui-kit';
import { listLaunches, type LaunchRow } from '../contract.ts';
import { DropOff } from './DropOff.tsx';
import classes from './onboarding.module.css';

const TABS = ['all', 'silent', 'drop'] as const;
type Tab = (typeof TABS)[number];

/** Who is on the way to the first result, whose turn it is, and with whom nothing happened for long (S1.17, S1.18). */
export default function LaunchesScreen() {
  const t = useWords('onboarding');
  const [filters, set] = useFilters(paths.launches);
  const tab = TABS.find((one) => one === filters.show) ?? 'all';
  return (
    <>
      <PageHeading
        title={t('list.title')}
        answer={t('list.answer')}
        actions={<PageLink to={paths.launchPath()}>{t('nav.path')}</PageLink>}
      />
      <SegmentTabs<Tab>
        label={t('list.title')}
        value={tab}
        segments={TABS.map((value) => ({ value, label: t(`list.${value}`) }))}
        onChange={(value) => set({ show: value === 'all' ? '' : value })}
      />
      {tab === 'drop' ? <DropOff /> : <List show={tab} />}
    </>
  );
}

function List({ show }: { show: 'all' | 'silent' }) {
  const t = useWords('onboarding');
  const language = useLanguage();
  const rows = useRows(listLaunches, { query: { show } });
  const columns: readonly Column<LaunchRow>[] = [
    {
      id: 'partner',
      title: t('list.partner'),
      cell: (row) => (
        <>
          {row.partner.name}
          <span className={classes.soft}>{t(`agreements:kind.${row.kind}`)}</span>
        </>
      ),
      narrow: 'title',
    },
    { id: 'days', title: t('list.days'), cell: (row) => <Days row={row} />, narrow: 'value' },
    {
      id: 'steps',
      title: t('list.steps'),
      cell: (row) => t('pilots.of', { found: row.done, all: row.steps }),
      narrow: 'line',
    },
    {
      id: 'next',
      title: t('list.next'),
      cell: ({ next, isLate }) =>
        next ? (
          <>
            {next[language]}
            <span className={isLate ? `${classes.soft} ${classes.late}` : classes.soft}>
              {t(`side.${next.side}`)}, {t('step.by')} <When value={next.dueOn} />
            </span>
          </>
        ) : (
          t('list.nothing')
        ),
      narrow: 'line',
    },
    {
      id: 'touched',
      title: t('list.touched'),
      cell: (row) => <When value={row.touchedOn} />,
      narrow: 'line',
    },
  ];
  return (
    <DataTable
      label={t('list.title')}
      columns={columns}
      rows={rows}
      rowKey={(row) => row.id}
      rowTo={(row) => paths.launch({ partnerId: row.partner.id })}
      empty={
        <EmptyState title={t(show === 'silent' ? 'list.silentTitle' : 'list.emptyTitle')}>
          {t(show === 'silent' ? 'list.silentText' : 'list.emptyText')}
        </EmptyState>
      }
    />
  );
}

function Days({ row }: { row: LaunchRow }) {
  const t = useWords('onboarding');
  if (row.days === null) return <span className={classes.soft}>{t('list.planned')}</span>;
  if (row.firstResult)
    return (
      <Badge tone="accent">
        {t('list.reached', { what: t(`result.${row.firstResult.kind}`), count: row.days })}
      </Badge>
    );
  return (
    <>
      {row.days}
      {row.medianDays === null ? null : (
        <span className={classes.soft}>{t('list.ofMedian', { count: row.medianDays })}</span>
      )}
    </>
  );
}
