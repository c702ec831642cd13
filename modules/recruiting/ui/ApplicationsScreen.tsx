import {
  Badge,
  DataTable,
  EmptyState,
  FilterBar,
  PageHeading,
  paths,
  SidePanel,
  useFilters,
  useRows,
  useWords,
  When,
  type Column,
} from '@mosty/ui-kit';
import { APPLICATION_STATES, listApplications, type Application } from '../contract/application.ts';
import { ApplicationCard } from './ApplicationCard.tsx';
import { ProgrammePages } from './ProgrammePages.tsx';
import classes from './programme.module.css';

const SHOWN = [...APPLICATION_STATES, 'all'] as const;

/** Who asked to work with us by themselves: whoever waits is answered, with a yes or with a kind letter. */
export default function ApplicationsScreen() {
  const t = useWords('recruiting');
  const [filters, set] = useFilters(paths.applications);
  const show = SHOWN.find((one) => one === filters.show) ?? 'waiting';
  const rows = useRows(listApplications, { query: { show } });
  const opened = rows.rows.find(({ id }) => id === filters.open);
  return (
    <>
      <PageHeading title={t('applications.title')} answer={t('applications.answer')} />
      <FilterBar
        values={filters}
        onChange={set}
        fields={[
          {
            key: 'show',
            kind: 'choice',
            label: t('applications.show'),
            options: SHOWN.map((value) => ({ value, label: t(`applications.of.${value}`) })),
          },
        ]}
      />
      <DataTable
        label={t('applications.title')}
        columns={useColumns()}
        rows={rows}
        rowKey={(row) => row.id}
        rowTo={(row) => paths.applications({ ...filters, open: row.id })}
        tone={(row) => (row.stops.length > 0 ? 'risk' : undefined)}
        empty={<EmptyState title={t('applications.emptyTitle')}>{t('applications.emptyText')}</EmptyState>}
      />
      <ProgrammePages edit={filters.edit} onEdit={(edit) => set({ edit })} />
      {opened ? (
        <SidePanel opened onClose={() => set({ open: '' })} title={opened.name}>
          <ApplicationCard application={opened} />
        </SidePanel>
      ) : null}
    </>
  );
}

function useColumns(): readonly Column<Application>[] {
  const t = useWords('recruiting');
  return [
    {
      id: 'who',
      title: t('applications.who'),
      cell: (row) => (
        <>
          {row.name}
          <span className={classes.soft}>{row.person}</span>
          {row.stops.length > 0 ? <span className={classes.stop}>{t('applications.stop')}</span> : null}
        </>
      ),
      narrow: 'title',
    },
    { id: 'city', title: t('applications.city'), cell: (row) => row.city ?? '–', narrow: 'line' },
    {
      id: 'programme',
      title: t('applications.programme'),
      cell: (row) => row.programme.title,
      narrow: 'line',
    },
    {
      id: 'at',
      title: t('applications.at'),
      cell: (row) => <When value={row.appliedAt} />,
      narrow: 'line',
    },
    {
      id: 'state',
      title: t('applications.state'),
      cell: (row) => (
        <Badge tone={row.state === 'waiting' ? 'warn' : 'plain'}>{t(`applications.is.${row.state}`)}</Badge>
      ),
      narrow: 'value',
    },
  ];
}
